package ru.marshrut.schoolyear.monitoring;

/** Whether a school shows positive changes at the year's end; only YES counts (seed 003, row 29). Words for users: {@code schoolyear.changes.mark.<name>}. */
public enum ChangeMark { YES, PARTLY, NO }
