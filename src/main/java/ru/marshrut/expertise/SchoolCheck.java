package ru.marshrut.expertise;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One expert's check of one school.
 *
 * @param number        1 and 2 score all criteria, 3 those that the first two dispute
 * @param expertId      null while nobody could be found
 * @param doneAt        null while it is open
 * @param returnComment why it was sent back; null where it was not, or is done again
 */
public record SchoolCheck(long id, long sampledSchoolId, int number, Long expertId, LocalDate until, Instant doneAt, String returnComment) {

    public boolean isDone() {
        return doneAt != null;
    }

    public boolean settlesDispute() {
        return number == 3;
    }
}
