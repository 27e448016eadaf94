package ru.marshrut.peerreview.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.Viewer;
import ru.marshrut.peerreview.Circle;
import ru.marshrut.peerreview.Meeting;
import ru.marshrut.peerreview.Meetings;
import ru.marshrut.peerreview.Round;
import ru.marshrut.peerreview.Rounds;
import ru.marshrut.peerreview.Side;
import ru.marshrut.peerreview.Stage;
import ru.marshrut.peerreview.process.PeerReviewModel;
import ru.marshrut.peerreview.web.CircleState.DoneStep;
import ru.marshrut.peerreview.web.CircleState.MeetingState;
import ru.marshrut.peerreview.web.CircleState.Milestone;
import ru.marshrut.peerreview.web.CircleState.OpenStep;
import ru.marshrut.peerreview.web.CircleState.SideState;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.ClosedTask;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.OpenTasks;
import ru.marshrut.work.Tasks;

/** Tells where a circle stands, for its page and for programs. */
@Component
@Transactional(readOnly = true)
class CircleStates {

    private final Rounds rounds;
    private final Meetings meetings;
    private final OpenTasks open;
    private final Tasks tasks;
    private final SchoolNames names;
    private final Territory territory;
    private final Staff staff;
    private final Changes words;
    private final Clock clock;

    CircleStates(Rounds rounds, Meetings meetings, OpenTasks open, Tasks tasks, SchoolNames names, Territory territory, Staff staff,
                 Changes words, Clock clock) {
        this.rounds = rounds;
        this.meetings = meetings;
        this.open = open;
        this.tasks = tasks;
        this.names = names;
        this.territory = territory;
        this.staff = staff;
        this.words = words;
        this.clock = clock;
    }

    CircleState of(Circle circle, Viewer viewer) {
        Round round = rounds.round(circle.roundId());
        ZoneId zone = territory.region(round.regionId()).zone();
        Map<Long, SchoolName> schools = names.of(round.regionId(), circle.sides().stream().map(Side::schoolId).toList());
        Map<Stage, LocalDate> dates = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            dates.put(stage, circle.until(stage, round.calendar()));
        }
        return new CircleState(circle.id(), round.id(), circle.status(), dates, circle.extensions(),
            circle.sides().stream().map(side -> side(circle, side, schools, zone)).toList(),
            meetings.of(circle.id()).map(CircleStates::meeting).orElse(null), openSteps(circle, viewer), doneSteps(circle));
    }

    private SideState side(Circle circle, Side side, Map<Long, SchoolName> schools, ZoneId zone) {
        Long reviews = side.active() && circle.active().size() > 1 ? circle.reviewedBy(side.schoolId()).schoolId() : null;
        List<Milestone> milestones = new ArrayList<>();
        milestones.add(milestone("confirm", side.confirmedAt(), zone));
        milestones.add(milestone("deliver", side.deliveredAt(), zone));
        milestones.add(milestone("prefill", side.prefilledAt(), zone));
        milestones.add(milestone("form", side.formDoneAt(), zone));
        milestones.add(new Milestone("upload", words.text("peerreview.web.milestone.upload"), side.uploadedOn()));
        milestones.add(milestone("check", side.checkedAt(), zone));
        return new SideState(schools.get(side.schoolId()), reviews, side.withdrawn(), side.active(), milestones);
    }

    private Milestone milestone(String code, Instant at, ZoneId zone) {
        return new Milestone(code, words.text("peerreview.web.milestone." + code), at == null ? null : LocalDate.ofInstant(at, zone));
    }

    private static MeetingState meeting(Meeting meeting) {
        return new MeetingState(meeting.startsAt(), meeting.link(), meeting.heldAt(), meeting.videoLink());
    }

    private List<OpenStep> openSteps(Circle circle, Viewer viewer) {
        return open.of(PeerReviewModel.KEY, String.valueOf(circle.id())).stream().map(task -> step(task, viewer)).toList();
    }

    private OpenStep step(OpenTask task, Viewer viewer) {
        return new OpenStep(tasks.ifVisible(task.id(), viewer).map(OpenTask::id).orElse(null), task.step(), task.title(), task.schoolId(),
            task.responsible().role(), names.place(task.responsible().place()), task.due() == null ? null : task.due().at(),
            task.due() == null ? null : task.due().source(), task.overdueAt(clock.instant()));
    }

    private List<DoneStep> doneSteps(Circle circle) {
        List<ClosedTask> closed = tasks.closedOf(PeerReviewModel.KEY, String.valueOf(circle.id()));
        Map<Long, Person> people = staff.people(Stream.concat(closed.stream().map(ClosedTask::closedBy), closed.stream().map(ClosedTask::closedFor))
            .filter(Objects::nonNull).collect(Collectors.toSet()));
        return closed.stream().map(task -> new DoneStep(task.title(), task.schoolId(), task.closedAt(),
            name(people, task.closedBy()), name(people, task.closedFor()), task.completed(), task.late())).toList();
    }

    private static String name(Map<Long, Person> people, Long id) {
        return id == null ? null : people.get(id).fullName();
    }
}
