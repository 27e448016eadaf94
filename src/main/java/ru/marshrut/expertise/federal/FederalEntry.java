package ru.marshrut.expertise.federal;

import java.math.BigDecimal;

/** What is entered for one criterion. */
public record FederalEntry(long criterionId, BigDecimal points, String comment) {

    boolean says(FederalResult before) {
        return points.compareTo(before.points()) == 0 && comment.equals(before.comment());
    }
}
