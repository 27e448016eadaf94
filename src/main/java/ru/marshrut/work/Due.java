package ru.marshrut.work;

import java.time.Instant;

/**
 * When a task is due and who says so.
 *
 * @param at     the instant after which the task is overdue
 * @param source where the date comes from, in Russian words («календарь раунда», «продление от …»)
 */
public record Due(Instant at, String source) {}
