package ru.marshrut.peerreview.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import ru.marshrut.peerreview.Circle;
import ru.marshrut.peerreview.Stage;
import ru.marshrut.territory.Role;

/**
 * Where a circle stands.
 *
 * @param dates   last day of each stage for this circle, extensions included
 * @param meeting null until a time is settled
 */
record CircleState(long id, long roundId, Circle.Status status, Map<Stage, LocalDate> dates, Map<Stage, LocalDate> extensions,
                   List<SideState> sides, MeetingState meeting, List<OpenStep> openSteps, List<DoneStep> doneSteps) {

    /** @param reviews the school whose documents this one studies; null where it goes no further */
    record SideState(SchoolName school, Long reviews, boolean withdrawn, boolean goesOn, List<Milestone> milestones) {}

    /** A point on the way of a school. @param on null until it is reached */
    record Milestone(String code, String title, LocalDate on) {}

    /** @param heldAt and {@code video} are null until the results are recorded */
    record MeetingState(Instant startsAt, String link, Instant heldAt, String video) {}

    /** @param task id of the task where the viewer may open it, else null */
    record OpenStep(String task, String step, String title, Long school, Role role, String place, Instant due, String dueSource, boolean overdue) {}

    record DoneStep(String title, Long school, Instant closedAt, String closedBy, String closedFor, boolean completed, boolean late) {}
}
