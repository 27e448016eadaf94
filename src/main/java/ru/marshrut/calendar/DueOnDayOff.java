package ru.marshrut.calendar;

/** Which working day is named beside a due date on a weekend or holiday. */
enum DueOnDayOff { PREVIOUS, NEXT, AS_PUBLISHED }
