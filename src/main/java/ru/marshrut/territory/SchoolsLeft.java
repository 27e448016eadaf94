package ru.marshrut.territory;

import java.time.LocalDate;
import java.util.Set;

/** Schools left a programme's year; {@code from} is the first day without them. */
public record SchoolsLeft(String programme, int year, Set<Long> schoolIds, LocalDate from, String reason) {}
