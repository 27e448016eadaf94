package ru.marshrut.peerreview.pairing;

import java.util.List;

/**
 * Where a school that lost its partner can go.
 *
 * @param ranked    the admissible places, the cheapest first
 * @param obstacles why the other places are not admissible
 */
public record Replacements(List<Replacement> ranked, List<Violation> obstacles) {
}
