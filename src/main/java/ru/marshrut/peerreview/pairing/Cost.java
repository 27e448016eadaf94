package ru.marshrut.peerreview.pairing;

import java.util.Comparator;

/**
 * What a relation, a circle or a whole pairing costs, compared part by part: no preference outweighs a repeat of
 * last year, nor a consent that is still to be asked for.
 *
 * @param widenedFixed  fixed pairs that had to take in a third school
 * @param repeats       partners of last year
 * @param openConsents  relations that need the coordinator's consent and do not have it yet
 * @param missedPoints  points below a relation that meets every preference (see {@link Weights}), never negative
 */
public record Cost(int widenedFixed, int repeats, int openConsents, long missedPoints) implements Comparable<Cost> {

    static final Cost NONE = new Cost(0, 0, 0, 0);

    private static final Comparator<Cost> ORDER = Comparator.comparingInt(Cost::widenedFixed)
            .thenComparingInt(Cost::repeats)
            .thenComparingInt(Cost::openConsents)
            .thenComparingLong(Cost::missedPoints);

    Cost plus(Cost other) {
        return new Cost(widenedFixed + other.widenedFixed, repeats + other.repeats,
                openConsents + other.openConsents, missedPoints + other.missedPoints);
    }

    @Override
    public int compareTo(Cost other) {
        return ORDER.compare(this, other);
    }
}
