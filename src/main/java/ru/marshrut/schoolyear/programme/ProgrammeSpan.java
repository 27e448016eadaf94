package ru.marshrut.schoolyear.programme;

import java.time.LocalDate;

/**
 * What the words of a row's date mean.
 *
 * @param from       first day, or null where it may begin at any time or nothing was understood
 * @param due        last day, or null
 * @param concrete   whether the words name days; «в течение года» is understood but names none
 * @param understood whether the words leave nothing open
 */
public record ProgrammeSpan(LocalDate from, LocalDate due, boolean concrete, boolean understood) {}
