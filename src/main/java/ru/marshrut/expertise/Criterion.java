package ru.marshrut.expertise;

import java.util.List;

/**
 * What is scored, with its levels.
 *
 * @param code   stays the same from one version of the rubric to the next
 * @param source where it was published, in Russian, such as a seed's slide
 * @param facts  what the system counts for it, or null
 * @param levels from 0 points on; their words are null where the source does not say
 */
public record Criterion(long id, String code, Part part, int position, String title, int maximum, String source, FactKind facts, List<Level> levels) {

    public record Level(int points, String words) {}
}
