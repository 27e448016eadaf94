package ru.marshrut.peerreview.pairing;

import ru.marshrut.territory.Settlement;
import ru.marshrut.shared.Refusal;

/**
 * What the coordinator's preferences are worth, in points for each pair of partners: each common risk direction,
 * lying in different municipalities, lying in settlements of the same kind.
 * Last year's partners and missing consents have no points: they come before all preferences (see {@link Cost}).
 */
public record Weights(int commonDirection, int otherMunicipality, int sameSettlement) {

    /** Largest weight; keeps every sum of costs exact in the double arithmetic of the matching. */
    public static final int LARGEST = 1000;

    public Weights {
        refuseOutOfRange("commonDirection", commonDirection);
        refuseOutOfRange("otherMunicipality", otherMunicipality);
        refuseOutOfRange("sameSettlement", sameSettlement);
    }

    private static void refuseOutOfRange(String field, int weight) {
        if (weight < 0 || weight > LARGEST) {
            throw Refusal.ofField(field, Word.WEIGHT_OUT_OF_RANGE.key(), weight, LARGEST);
        }
    }

    /** Default: the sources name the preferences but give no numbers; common directions come first. */
    public static Weights standard() {
        return new Weights(3, 2, 1);
    }
}
