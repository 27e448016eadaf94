package ru.marshrut.peerreview.pairing;

import java.util.List;

/**
 * A proof that the round cannot be paired.
 *
 * @param schools   the schools that cannot all be placed
 * @param statement what is wrong, naming them
 * @param rules     the rules that keep them apart
 */
public record Collision(List<Long> schools, Reason statement, List<Reason> rules) {
}
