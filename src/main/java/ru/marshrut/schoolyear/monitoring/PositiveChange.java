package ru.marshrut.schoolyear.monitoring;

import java.time.Instant;
import java.util.Set;

/**
 * A mark of a school's year and what it rests on.
 *
 * @param period   of the data, in words, such as «2021/22 учебный год»
 * @param reason   of a correction, or null for the first mark
 * @param personId who marked it, or null before it is kept
 */
public record PositiveChange(ChangeMark mark, Set<ChangeSource> sources, String period, String words, String reason, Long personId, Instant recordedAt) {

    public static PositiveChange of(ChangeMark mark, Set<ChangeSource> sources, String period, String words, String reason) {
        return new PositiveChange(mark, sources, period, words, reason, null, null);
    }
}
