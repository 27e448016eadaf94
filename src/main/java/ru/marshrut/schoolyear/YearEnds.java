package ru.marshrut.schoolyear;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.schoolyear.SchoolYear.Status;
import ru.marshrut.schoolyear.persistence.YearRows;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Participants;
import ru.marshrut.territory.Participations;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Populations;
import ru.marshrut.territory.School;
import ru.marshrut.territory.SchoolsLeft;
import ru.marshrut.territory.Territory;

/** How years end: done, left, merged or closed. Open tasks are withdrawn; what was done, its documents and history stay. */
@Service
@Transactional
public class YearEnds {

    private final YearRows rows;
    private final StageCourse course;
    private final YearEngine engine;
    private final Participations participations;
    private final Populations populations;
    private final Territory territory;
    private final AccessPolicy policy;
    private final AuditTrail audit;
    private final MessageSource messages;
    private final Clock clock;

    YearEnds(YearRows rows, StageCourse course, YearEngine engine, Participations participations, Populations populations, Territory territory,
             AccessPolicy policy, AuditTrail audit, MessageSource messages, Clock clock) {
        this.rows = rows;
        this.course = course;
        this.engine = engine;
        this.participations = participations;
        this.populations = populations;
        this.territory = territory;
        this.policy = policy;
        this.audit = audit;
        this.messages = messages;
        this.clock = clock;
    }

    /** The school leaves the programme today. */
    public void leave(Viewer viewer, long yearId, String reason) {
        SchoolYear year = coordinated(viewer, yearId);
        String words = required(reason, "schoolyear.leave.reasonNeeded");
        LocalDate today = end(year, Status.LEFT, words, null);
        audit.record("schoolyear.left", subject(yearId), Map.of("school", year.schoolId(), "on", today), words);
    }

    /** Schools that the region's list lets go leave their years with it, in the same transaction: the two never disagree. */
    @EventListener
    public void on(SchoolsLeft left) {
        if (!left.programme().equals(Participations.PROGRAMME)) {
            return;
        }
        rows.ofSchools(left.schoolIds(), left.year()).values().stream().map(SchoolYear::id).sorted().map(rows::lock).filter(SchoolYear::isRunning)
            .forEach(year -> {
                LocalDate today = course.today(year.id());
                rows.end(year.id(), Status.LEFT, today, left.reason(), null);
                engine.end(rows.get(year.id()));
                audit.record("schoolyear.left", subject(year.id()), Map.of("school", year.schoolId(), "on", today), left.reason());
            });
    }

    /** The school is merged with another of the region, which goes on with its own year. */
    public void merge(Viewer viewer, long yearId, long intoSchoolId, String reason) {
        SchoolYear year = coordinated(viewer, yearId);
        String words = required(reason, "schoolyear.merge.reasonNeeded");
        School into = territory.schools(List.of(intoSchoolId)).get(intoSchoolId);
        if (into == null || into.regionId() != year.regionId() || intoSchoolId == year.schoolId()) {
            throw Refusal.ofField("into", "schoolyear.merge.otherSchool");
        }
        LocalDate today = end(year, Status.MERGED, words, intoSchoolId);
        audit.record("schoolyear.merged", subject(yearId),
            Map.of("school", year.schoolId(), "into", intoSchoolId, "name", into.name(), "on", today), words);
    }

    /** The coordinator closes years in which stages are missing. */
    public void close(Viewer viewer, Collection<Long> yearIds, String reason) {
        String words = required(reason, "schoolyear.close.reasonNeeded");
        for (long yearId : yearIds.stream().sorted().toList()) {
            SchoolYear year = coordinated(viewer, yearId);
            close(year, words);
        }
    }

    /** Its process has come to its end; with stages missing, such as a peer review that was not held, the year is closed. */
    public void complete(long yearId) {
        SchoolYear year = rows.lock(yearId);
        if (!year.isRunning()) {
            return;
        }
        List<Stage> missing = missing(yearId);
        LocalDate today = course.today(yearId);
        if (missing.isEmpty()) {
            rows.end(yearId, Status.COMPLETED, today, null, null);
            audit.record("schoolyear.completed", subject(yearId), Map.of("school", year.schoolId(), "on", today));
        } else {
            String words = messages.getMessage("schoolyear.close.yearOver",
                new Object[] {missing.stream().map(this::name).collect(joining(", "))}, Locale.forLanguageTag("ru"));
            rows.end(yearId, Status.CLOSED, today, words, null);
            recordClosed(year, today, missing, words);
        }
    }

    /** Stages that are not done. */
    @Transactional(readOnly = true)
    public List<Stage> missing(long yearId) {
        return rows.standings(yearId).stream().filter(standing -> standing.doneOn() == null).map(StageStanding::stage).toList();
    }

    private void close(SchoolYear year, String reason) {
        LocalDate today = course.today(year.id());
        List<Stage> missing = missing(year.id());
        rows.end(year.id(), Status.CLOSED, today, reason, null);
        engine.end(rows.get(year.id()));
        recordClosed(year, today, missing, reason);
    }

    private void recordClosed(SchoolYear year, LocalDate on, List<Stage> missing, String reason) {
        audit.record("schoolyear.closed", subject(year.id()), Map.of("school", year.schoolId(), "on", on, "count", missing.size(),
            "missing", missing.stream().map(Stage::name).collect(joining(","))), reason);
    }

    /** The region's figures count the school no longer from today on. */
    private LocalDate end(SchoolYear year, Status status, String reason, Long mergedInto) {
        LocalDate today = course.today(year.id());
        rows.end(year.id(), status, today, reason, mergedInto);
        Participants participants = populations.within(Place.school(year.schoolId()), year.year(), today, clock.instant());
        if (!participants.assumed() && !participants.schools().isEmpty()) {
            participations.leave(List.of(year.schoolId()), year.year(), today, reason);
        }
        engine.end(rows.get(year.id()));
        return today;
    }

    private SchoolYear coordinated(Viewer viewer, long yearId) {
        SchoolYear year = rows.lock(yearId);
        if (!policy.mayCoordinate(viewer, Place.school(year.schoolId()))) {
            throw new NotYours(SchoolYears.SUBJECT, yearId);
        }
        if (!year.isRunning()) {
            throw Refusal.of("schoolyear.end.over", territory.school(year.schoolId()).name(), String.valueOf(year.year()));
        }
        return year;
    }

    private String name(Stage stage) {
        return messages.getMessage("schoolyear.stage." + stage, null, Locale.forLanguageTag("ru"));
    }

    private static String required(String reason, String code) {
        if (reason == null || reason.isBlank()) {
            throw Refusal.ofField("reason", code);
        }
        return reason.strip();
    }

    private static Subject subject(long yearId) {
        return Subject.of(SchoolYears.SUBJECT, yearId);
    }
}
