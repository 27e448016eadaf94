package ru.marshrut.calendar.phrases;

import ru.marshrut.calendar.Recurrence;

/**
 * How often, as the words give it.
 *
 * @param recurrence or null for once a year, which is no more than the year's span, and for once in each of its halves
 * @param halves     whether each half of the year is meant
 * @param start      first token
 * @param end        token after the last
 */
record Rate(Recurrence recurrence, boolean halves, int start, int end) {

    Rate(Recurrence recurrence, int start, int end) {
        this(recurrence, false, start, end);
    }
}
