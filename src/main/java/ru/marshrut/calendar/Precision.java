package ru.marshrut.calendar;

/** How exactly words name a window: by days, or by a longer span whose first and last day are meant at the widest. */
public enum Precision { DAY, MONTH, QUARTER, HALF_YEAR, YEAR }
