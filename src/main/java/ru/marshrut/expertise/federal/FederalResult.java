package ru.marshrut.expertise.federal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Points that the federal coordinator gave for one criterion.
 *
 * @param points     one decimal
 * @param letter     number of the letter that says so
 * @param replacedAt null while it is valid
 * @param replacedBy null while it is valid
 */
public record FederalResult(long id, long criterionId, BigDecimal points, String comment, String letter, LocalDate letterOn, long enteredBy,
                            Instant enteredAt, Instant replacedAt, Long replacedBy) {

    public boolean isValid() {
        return replacedAt == null;
    }
}
