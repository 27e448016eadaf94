package ru.marshrut.peerreview.report;

import java.util.List;

/**
 * What became of a circle. The schools of a replaced or dissolved circle are counted in the circle that they went on to.
 *
 * @param note    why it was replaced, dissolved or one-sided, who decided and when; may be blank
 * @param meeting null where none was agreed
 */
public record CircleOutcome(int number, Result result, String note, CircleMeeting meeting, List<SchoolProgress> schools) {

    public CircleOutcome {
        schools = List.copyOf(schools);
    }

    boolean stands() {
        return result != Result.REPLACED && result != Result.DISSOLVED;
    }

    public enum Result { COMPLETED, IN_PROGRESS, ONE_SIDED, REPLACED, DISSOLVED }
}
