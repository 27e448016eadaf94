package ru.marshrut.expertise.federal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import ru.marshrut.expertise.Criterion;

/**
 * One criterion as the federal coordinator and the region's own check see it.
 *
 * @param criterion of the federal entry's rubric, or of the own check's where the former does not know it
 * @param federal   null where he said nothing of it
 * @param own       null where the region has not checked it
 */
public record Compared(Criterion criterion, FederalResult federal, Own own) {

    /** Words for users: {@code expertise.federal.note.<name>}. */
    public enum Note { NONE, NO_FEDERAL, NO_OWN, NEITHER, OTHER_MAXIMUM, NOT_ALL_SCHOOLS }

    /**
     * Of the region's own check.
     *
     * @param points  mean of the schools, two decimals; the given points where it is of the organisational part
     * @param checked schools whose score is settled; 0 of the organisational part
     * @param sample  schools that are checked; 0 of the organisational part
     */
    public record Own(BigDecimal points, int maximum, int checked, int sample) {

        static Own mean(Collection<Integer> points, int maximum, int sample) {
            int sum = points.stream().mapToInt(Integer::intValue).sum();
            return new Own(BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(points.size()), 2, RoundingMode.HALF_UP), maximum, points.size(), sample);
        }

        static Own organisational(int points, int maximum) {
            return new Own(BigDecimal.valueOf(points), maximum, 0, 0);
        }
    }

    public Note note() {
        if (federal == null || own == null) {
            return federal != null ? Note.NO_OWN : own != null ? Note.NO_FEDERAL : Note.NEITHER;
        }
        return own.maximum() != criterion.maximum() ? Note.OTHER_MAXIMUM : own.checked() < own.sample() ? Note.NOT_ALL_SCHOOLS : Note.NONE;
    }

    /** Federal points less own ones; null where a side is missing or the two have different maxima. */
    public BigDecimal difference() {
        return federal == null || own == null || note() == Note.OTHER_MAXIMUM ? null : federal.points().subtract(own.points());
    }
}
