package ru.marshrut.schoolyear.programme;

import java.time.LocalDate;

/**
 * A measure of a programme that was handed in.
 *
 * @param id        stays the same in later versions, as long as the school keeps the row
 * @param direction code of the risk direction, or null where the school has chosen none
 * @param from      first day, or null
 * @param due       last day, or null
 * @param concrete  whether the words of the date name days
 * @param evidence  what the school means to prove it by, in words; may be empty
 */
public record ProgrammeMeasure(long id, String direction, String task, String measure, String indicator, String dateWords, LocalDate from,
                               LocalDate due, boolean concrete, String responsible, String evidence) {}
