package ru.marshrut.peerreview.pairing;

/**
 * A new place for a school that lost its partner.
 *
 * @param circle    the circle as it would become: a pair with another school that lost its partner, or an existing
 *                  pair widened to three
 * @param addedCost what the new relations cost
 */
public record Replacement(Circle circle, Cost addedCost) {
}
