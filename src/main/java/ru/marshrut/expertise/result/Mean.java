package ru.marshrut.expertise.result;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Optional;

/**
 * The mean of points of several schools, exact: kept as a sum and a count, so that nothing is lost before it is shown.
 *
 * @param count at least 1
 */
public record Mean(long sum, int count) {

    /** Empty for no points: a mean of nothing cannot be told. */
    public static Optional<Mean> of(Collection<Integer> points) {
        return points.isEmpty() ? Optional.empty()
            : Optional.of(new Mean(points.stream().mapToLong(Integer::longValue).sum(), points.size()));
    }

    /** Rounded to two decimals, halves up, for people to read. */
    public BigDecimal value() {
        return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(count), 2, RoundingMode.HALF_UP);
    }

    /** The value with a comma, as Russians write it: «1,67». */
    public String text() {
        return value().toPlainString().replace('.', ',');
    }

    /** The difference to another mean, rounded once, with its sign: «+0,33», «−0,50», «0,00». */
    public String since(Mean before) {
        BigDecimal difference = BigDecimal.valueOf(sum * before.count - before.sum * count)
            .divide(BigDecimal.valueOf((long) count * before.count), 2, RoundingMode.HALF_UP);
        String sign = difference.signum() > 0 ? "+" : difference.signum() < 0 ? "−" : "";
        return sign + difference.abs().toPlainString().replace('.', ',');
    }
}
