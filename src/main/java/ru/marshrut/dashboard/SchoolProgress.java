package ru.marshrut.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import ru.marshrut.peerreview.Milestone;
import ru.marshrut.work.OpenTask;

/**
 * Where a school is in its round.
 *
 * @param year     of the round
 * @param circleId null until the school has a partner
 * @param partners names, or null
 * @param meeting  when the circle meets next, or null
 * @param cells    one for every milestone, in their order
 * @param open     what the school or its circle waits for, the most urgent first
 */
public record SchoolProgress(long schoolId, String school, String municipality, String round, int year, Long circleId, String partners,
                             Instant meeting, Map<Milestone, Cell> cells, List<OpenTask> open) {

    public enum State { DONE, IN_TIME, OVERDUE, NOT_YET, STOPPED }

    /** @param until last day where it is in time or overdue, else null; {@code taskId} of the open task, or null */
    public record Cell(State state, LocalDate until, String taskId) {}
}
