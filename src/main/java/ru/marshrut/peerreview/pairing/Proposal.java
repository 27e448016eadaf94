package ru.marshrut.peerreview.pairing;

import java.util.List;

/** Circles in the order of their schools' ids, every school of the round in exactly one. */
public record Proposal(List<Circle> circles, Cost cost) implements PairingResult {
}
