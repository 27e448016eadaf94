package ru.marshrut.schoolyear.monitoring;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.AuditTrail.Fact;
import ru.marshrut.audit.Subject;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.StoredDocument;
import ru.marshrut.schoolyear.CuratorDecisions;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.StageCourse;
import ru.marshrut.schoolyear.YearAccess;
import ru.marshrut.schoolyear.YearEngine;
import ru.marshrut.schoolyear.monitoring.MonitoringResults.Result;
import ru.marshrut.schoolyear.persistence.MonitoringRows;
import ru.marshrut.schoolyear.persistence.YearRows;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.OpenTask;

/**
 * A monitoring stage of a school's year (DESIGN 5.6): the school reports, the curator confirms or returns each report, the school places
 * the documents; a completed stage can be opened again. Refusals name fields by {@code claim_<item>}, {@code comment_<item>} and so on.
 */
@Service
@Transactional
public class Monitoring {

    /** Letters: «ок», «+», «принято» tell the school nothing (seed 001: «куратор не комментирует свои действия»). */
    private static final int SHORTEST_COMMENT = 10;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final MonitoringLines lines;
    private final MonitoringRows rows;
    private final YearRows years;
    private final StageCourse course;
    private final YearAccess access;
    private final YearEngine engine;
    private final CuratorDecisions decisions;
    private final CheckedDocuments checked;
    private final Documents documents;
    private final Territory territory;
    private final AuditTrail audit;
    private final Clock clock;

    Monitoring(MonitoringLines lines, MonitoringRows rows, YearRows years, StageCourse course, YearAccess access, YearEngine engine,
               CuratorDecisions decisions, CheckedDocuments checked, Documents documents, Territory territory, AuditTrail audit, Clock clock) {
        this.lines = lines;
        this.rows = rows;
        this.years = years;
        this.course = course;
        this.access = access;
        this.engine = engine;
        this.decisions = decisions;
        this.checked = checked;
        this.documents = documents;
        this.territory = territory;
        this.audit = audit;
        this.clock = clock;
    }

    /** The school sends its reports; all that it owes, by the items' keys. */
    public void send(long yearId, Stage stage, Viewer viewer, Map<String, Answer> answers) {
        List<Line> all = lines.all(yearId, stage);
        if (all.isEmpty()) {
            throw Refusal.of("schoolyear.monitoring.nothing");
        }
        Map<String, List<Long>> files = files(yearId, stage);
        List<Line> owed = all.stream().filter(Line::isOwed).toList();
        LocalDate today = course.today(yearId);
        owed.forEach(line -> check(line, answers.get(line.item().key()), files.getOrDefault(line.item().key(), List.of()), today));
        Instant now = clock.instant();
        List<Fact> facts = new ArrayList<>();
        for (Line line : owed) {
            Item item = line.item();
            Answer answer = answers.get(item.key());
            List<Long> evidence = files.getOrDefault(item.key(), List.of());
            rows.add(yearId, stage, item, answer, evidence, viewer.personId(), now);
            Map<String, Object> parameters = parameters(stage, item.key(), item.title());
            parameters.put("claim", answer.claim());
            parameters.put("on", answer.doneOn());
            parameters.put("evidence", !evidence.isEmpty() || !answer.link().isEmpty());
            facts.add(new Fact(subject(yearId), parameters));
        }
        audit.recordAll("schoolyear.monitoringReported", facts, null);
    }

    private void check(Line line, Answer answer, List<Long> files, LocalDate today) {
        Item item = line.item();
        String key = item.key();
        if (answer == null || answer.claim() == null || item.isMeasure() == (answer.claim() == Claim.REPORTED)) {
            throw Refusal.ofField("claim_" + key, "schoolyear.monitoring.noClaim", item.title());
        }
        if (answer.claim() == Claim.NOT_DUE) {
            if (!line.mayBeLater()) {
                throw Refusal.ofField("claim_" + key, "schoolyear.monitoring.isDue", item.title());
            }
            return;
        }
        if (answer.words().isEmpty()) {
            throw Refusal.ofField("words_" + key, "schoolyear.monitoring.noWords", item.title());
        }
        if (answer.claim() == Claim.DONE && answer.doneOn() == null) {
            throw Refusal.ofField("on_" + key, "schoolyear.monitoring.noDay", item.title());
        }
        if (answer.doneOn() != null && answer.doneOn().isAfter(today)) {
            throw Refusal.ofField("on_" + key, "schoolyear.monitoring.future", DAY.format(answer.doneOn()), item.title());
        }
        boolean needsEvidence = answer.claim() == Claim.DONE || answer.claim() == Claim.REPORTED;
        if (needsEvidence && files.isEmpty() && answer.link().isEmpty() && !answer.withoutEvidence()) {
            throw Refusal.ofField("unproven_" + key, "schoolyear.monitoring.noEvidence", item.title());
        }
    }

    /**
     * The curator decides on every report that waits for him; what he confirms stays, what he returns goes back.
     *
     * @return whether nothing has to be done again
     */
    public boolean decide(long yearId, Stage stage, Viewer curator, OpenTask task, Map<String, Decision> given) {
        SchoolYear year = years.lock(yearId);
        List<Line> all = lines.all(yearId, stage);
        List<Line> waiting = all.stream().filter(Line::isWaiting).toList();
        waiting.forEach(line -> check(line, given.get(line.item().key())));
        Instant now = clock.instant();
        for (Line line : waiting) {
            Item item = line.item();
            Decision decision = given.get(item.key());
            rows.decide(line.report().id(), decision, curator.personId(), now);
            decisions.record(yearId, stage, item.key(), decision.accepted(), decision.comment(), curator, task);
            Map<String, Object> parameters = parameters(stage, item.key(), item.title());
            parameters.put("accepted", decision.accepted());
            audit.record("schoolyear.monitoringDecided", subject(yearId), parameters, decision.comment());
        }
        boolean done = all.stream().noneMatch(Line::isOwed) && waiting.stream().allMatch(line -> given.get(line.item().key()).accepted());
        if (done) {
            LocalDate today = course.today(yearId);
            checked.tell(year, stage, today, true);
            audit.record("schoolyear.monitoringChecked", subject(yearId), Map.of("stage", stage, "on", today));
        }
        return done;
    }

    private static void check(Line line, Decision decision) {
        Item item = line.item();
        if (decision == null) {
            throw Refusal.ofField("decision_" + item.key(), "schoolyear.monitoring.noDecision", item.title());
        }
        if (decision.comment().chars().filter(Character::isLetter).count() < SHORTEST_COMMENT) {
            throw Refusal.ofField("comment_" + item.key(), decision.accepted() ? "schoolyear.monitoring.noComment" : "schoolyear.monitoring.noRemedy",
                item.title(), SHORTEST_COMMENT);
        }
    }

    /**
     * The school has placed its documents in the federal system: the stage is completed, on the day on which they lay there confirmed by the
     * curator (seed 003, rows 22 and 27: «документов, подтвержденных куратором»).
     */
    public void place(long yearId, Stage stage, Viewer viewer, String direction, LocalDate on) {
        years.lock(yearId);
        LocalDate today = course.today(yearId);
        if (on.isAfter(today)) {
            throw Refusal.ofField("on", "schoolyear.monitoring.placedInFuture", DAY.format(on));
        }
        List<Line> all = lines.all(yearId, stage);
        if (all.stream().noneMatch(line -> direction.equals(line.item().direction()))) {
            throw Refusal.ofField("under", "schoolyear.monitoring.unknownRisk", direction);
        }
        Result result = new Result(yearId, stage, true, MonitoringLines.rows(all));
        rows.place(yearId, stage, direction, on, viewer.personId(), clock.instant(), result.rows());
        audit.record("schoolyear.monitoringPlaced", subject(yearId), Map.of("stage", stage, "direction", direction, "on", on,
            "planned", result.planned(), "done", result.done(), "proven", result.proven()));
        LocalDate confirmedOn = confirmedOn(yearId, all);
        checked.tell(years.get(yearId), stage, confirmedOn, true); // a road map approved since the check learns of it
        course.done(yearId, stage, later(on, confirmedOn));
    }

    /** The day of the curator's last decision, or that of the report where there was nothing to decide. */
    private LocalDate confirmedOn(long yearId, List<Line> all) {
        ZoneId zone = territory.region(years.get(yearId).regionId()).zone();
        return all.stream().map(Line::report).filter(Objects::nonNull)
            .map(report -> report.decidedAt() == null ? report.sentAt() : report.decidedAt()).max(Instant::compareTo)
            .map(when -> LocalDate.ofInstant(when, zone)).orElseGet(() -> course.today(yearId));
    }

    /**
     * A completed stage is opened again, by the curator or whoever coordinates the school: the school reports anew on the items that are
     * named, on all where none is. What was sent, decided and counted before stays readable. Throws {@link NotYours}.
     */
    public void reopen(long yearId, Stage stage, Viewer viewer, String reason, Set<String> keys) {
        SchoolYear year = years.lock(yearId);
        if (!access.coordinates(year, viewer) && !access.curates(year, viewer)) {
            throw new NotYours(SchoolYears.SUBJECT, yearId);
        }
        Placement placement = rows.placement(yearId, stage).orElseThrow(() -> Refusal.of("schoolyear.monitoring.notCompleted"));
        if (!year.isRunning()) {
            throw Refusal.of("schoolyear.monitoring.yearEnded");
        }
        if (reason.isBlank()) {
            throw Refusal.ofField("reason", "schoolyear.monitoring.noReason");
        }
        List<Line> again = lines.all(yearId, stage).stream().filter(line -> line.report() != null)
            .filter(line -> keys.isEmpty() || keys.contains(line.item().key())).toList();
        if (again.size() < keys.size()) {
            throw Refusal.ofField("item", "schoolyear.monitoring.unknownItem");
        }
        Instant now = clock.instant();
        rows.withdraw(placement.id(), viewer.personId(), now, reason.strip());
        rows.reopen(again.stream().map(line -> line.report().id()).toList(), now);
        audit.recordAll("schoolyear.monitoringAskedAgain", again.stream()
            .map(line -> new Fact(subject(yearId), parameters(stage, line.item().key(), line.item().title()))).toList(), reason.strip());
        course.takeBack(yearId, stage, reason.strip());
        checked.tell(year, stage, course.today(yearId), false);
        engine.reopenStage(yearId, stage);
    }

    private Map<String, List<Long>> files(long yearId, Stage stage) {
        return documents.of(MonitoringFiles.EVIDENCE, MonitoringFiles.evidenceId(yearId, stage)).stream()
            .collect(groupingBy(document -> document.slot().kind(), mapping(StoredDocument::id, toList())));
    }

    private static Map<String, Object> parameters(Stage stage, String item, String title) {
        return new HashMap<>(Map.of("stage", stage, "item", item, "title", title));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static Subject subject(long yearId) {
        return Subject.of(SchoolYears.SUBJECT, yearId);
    }
}
