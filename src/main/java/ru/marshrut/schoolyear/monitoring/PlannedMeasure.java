package ru.marshrut.schoolyear.monitoring;

import java.time.LocalDate;

/**
 * A measure of a school's anti-risk programme.
 *
 * @param direction code of the risk that it answers, or null
 * @param to        last day, or null
 */
public record PlannedMeasure(long id, String direction, String task, String title, String indicator, LocalDate from, LocalDate to) {}
