package ru.marshrut.peerreview.pairing;

/**
 * What the coordinator's preferences are worth, in points for each pair of partners: each common risk direction,
 * lying in different municipalities, lying in settlements of the same kind.
 * Last year's partners and missing consents have no points: they come before all preferences (see {@link Cost}).
 */
public record Weights(int commonDirection, int otherMunicipality, int sameSettlement) {

    /** Largest weight; keeps every sum of costs exact in the double arithmetic of the matching. */
    public static final int LARGEST = 1000;

    public Weights {
        for (int weight : new int[] {commonDirection, otherMunicipality, sameSettlement}) {
            if (weight < 0 || weight > LARGEST) {
                throw new IllegalArgumentException("weights lie between 0 and " + LARGEST + ", not " + weight);
            }
        }
    }

    /** Default: the sources name the preferences but give no numbers; common directions come first. */
    public static Weights standard() {
        return new Weights(3, 2, 1);
    }
}
