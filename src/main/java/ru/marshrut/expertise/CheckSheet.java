package ru.marshrut.expertise;

import java.util.List;
import java.util.Map;

/**
 * What an expert fills in for a school.
 *
 * @param marks   by criterion
 * @param remarks in his order
 */
public record CheckSheet(Map<Long, Mark> marks, List<Note> remarks) {

    public static final CheckSheet EMPTY = new CheckSheet(Map.of(), List.of());

    /**
     * @param points        null where none were chosen
     * @param comment       may be empty
     * @param againstReason why other points than the suggested ones; may be empty
     */
    public record Mark(Integer points, String comment, String againstReason) {}

    /**
     * A remark of the catalogue, or in own words.
     *
     * @param criterionId null where it belongs to none
     * @param typicalId   null for own words
     * @param words       own ones; empty for a remark of the catalogue
     */
    public record Note(Long criterionId, Long typicalId, String words) {}
}
