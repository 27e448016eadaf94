package ru.marshrut.roadmap.reading;

/** What a column of the table holds. Words for users: {@code roadmap.column.<name>}. */
public enum Column { NUMBER, TITLE, DATES, RESPONSIBLE, RESULT, IGNORED }
