package ru.marshrut.peerreview.pairing;

import java.util.List;

/**
 * Two schools that review each other, or three of which each reviews the next and the last the first.
 *
 * @param schoolIds in reviewing order
 * @param relations the partners of the circle with their reasons
 * @param reasons   what is to be said about the circle as a whole: fixed, or widened because of the odd count
 */
public record Circle(List<Long> schoolIds, List<Relation> relations, List<Reason> reasons, Cost cost) {

    public boolean needsConsent() {
        return cost.openConsents() > 0;
    }
}
