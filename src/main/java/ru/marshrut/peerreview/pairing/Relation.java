package ru.marshrut.peerreview.pairing;

import java.util.List;

/**
 * Two schools of a circle seen as partners. A pair has one relation; a circle of three, where each reviews the next,
 * has three, and every rule holds for each of them.
 */
public record Relation(SchoolPair schools, Cost cost, List<Reason> reasons) {

    /** The coordinator has to consent before this circle is approved: a curator of one works in the other. */
    public boolean needsConsent() {
        return cost.openConsents() > 0;
    }

    public boolean repeatsLastYear() {
        return cost.repeats() > 0;
    }
}
