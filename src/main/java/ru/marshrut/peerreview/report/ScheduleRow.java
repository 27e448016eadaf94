package ru.marshrut.peerreview.report;

import java.util.List;

/**
 * One school in the schedule of a round.
 *
 * @param circle     its number within the round
 * @param reviews    schools that it reviews; in a pair the same as {@code reviewedBy}
 * @param step       the step that it is on, in words
 * @param meeting    null where none is agreed
 * @param coordinator the school's coordinator, null where there is none
 */
public record ScheduleRow(long circleId, int circle, SchoolProgress progress, List<String> reviews, List<String> reviewedBy, String step,
                          CircleMeeting meeting, Contact coordinator) {

    public ScheduleRow {
        reviews = List.copyOf(reviews);
        reviewedBy = List.copyOf(reviewedBy);
    }
}
