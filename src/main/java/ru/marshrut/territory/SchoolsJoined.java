package ru.marshrut.territory;

import java.time.LocalDate;
import java.util.Set;

/** Schools take part in a programme's year from a day on. */
public record SchoolsJoined(String programme, int year, Set<Long> schoolIds, LocalDate from) {}
