package ru.marshrut.peerreview.pairing;

/** Answer to a round's input: a proposal, or why there is none. */
public sealed interface PairingResult permits Proposal, Infeasible {
}
