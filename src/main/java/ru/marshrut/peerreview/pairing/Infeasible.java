package ru.marshrut.peerreview.pairing;

import java.util.List;

/** No pairing keeps all hard rules; the collisions say which schools and rules stand against each other. */
public record Infeasible(List<Collision> collisions) implements PairingResult {
}
