package ru.marshrut.schoolyear.monitoring;

/** The curator's decision on a report, always with a comment. */
public record Decision(boolean accepted, String comment) {}
