package ru.marshrut.peerreview.pairing;

import java.util.List;

/**
 * Circles made by hand with their reasons and costs, and the hard rules that they break. Circles that are no circles
 * (wrong size, a school from outside) are told in the violations only.
 */
public record CheckedCircles(List<Circle> circles, Cost cost, List<Violation> violations) {

    public boolean canBeApproved() {
        return violations.isEmpty();
    }
}
