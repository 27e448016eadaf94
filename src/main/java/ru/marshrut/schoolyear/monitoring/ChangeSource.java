package ru.marshrut.schoolyear.monitoring;

/** The data by which positive changes are judged. Words for users: {@code schoolyear.changes.source.<name>}. */
public enum ChangeSource { VPR, OGE, EGE, SURVEY, FEDERAL_MONITORING, REGIONAL_MONITORING, OTHER }
