package ru.marshrut.schoolyear.concept;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.SchoolDocuments;
import ru.marshrut.documents.StoredDocument;
import ru.marshrut.schoolyear.CuratorDecisions;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.StageCourse;
import ru.marshrut.schoolyear.YearAccess;
import ru.marshrut.schoolyear.concept.ConceptDocument.State;
import ru.marshrut.schoolyear.persistence.ConceptRows;
import ru.marshrut.schoolyear.persistence.YearRows;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.work.OpenTask;

/** The school hands its concept documents in, the curator approves or returns each, the school places them in ИС МЭДК. */
@Service
@Transactional
public class ConceptDocuments {

    private static final int LONGEST_REASON = 500;

    private final ConceptRows rows;
    private final YearRows years;
    private final RequiredDocuments required;
    private final Documents documents;
    private final StageCourse course;
    private final CuratorDecisions decisions;
    private final YearAccess access;
    private final ConceptEngine engine;
    private final AuditTrail audit;
    private final Clock clock;

    ConceptDocuments(ConceptRows rows, YearRows years, RequiredDocuments required, Documents documents, StageCourse course,
                     CuratorDecisions decisions, YearAccess access, ConceptEngine engine, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.years = years;
        this.required = required;
        this.documents = documents;
        this.course = course;
        this.decisions = decisions;
        this.access = access;
        this.engine = engine;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the curator says of one document. */
    public record Decision(boolean approved, String comment) {}

    /** Safe to call twice. */
    public void open(long yearId) {
        course.open(yearId, Stage.CONCEPT_DOCUMENTS);
    }

    /** The required set in its order, then what the region no longer asks for but the school has handed in. */
    @Transactional(readOnly = true)
    public List<ConceptDocument> of(long yearId) {
        SchoolYear year = years.get(yearId);
        Map<String, ConceptRows.Standing> standings = rows.standings(yearId).stream()
            .collect(toMap(ConceptRows.Standing::kind, one -> one, (one, other) -> one, LinkedHashMap::new));
        Map<String, List<StoredDocument>> files = documents.of(SchoolDocuments.TYPE, SchoolDocuments.id(year.schoolId(), year.year())).stream()
            .collect(groupingBy(file -> file.slot().kind()));
        Map<String, String> asked = required.of(year.regionId(), year.year()).stream()
            .collect(toMap(RequiredDocument::kind, RequiredDocument::name, (one, other) -> one, LinkedHashMap::new));
        List<ConceptDocument> all = new ArrayList<>();
        asked.forEach((kind, name) -> all.add(document(kind, name, true, standings.get(kind), files.getOrDefault(kind, List.of()))));
        standings.values().stream().filter(one -> !asked.containsKey(one.kind())).forEach(one ->
            all.add(document(one.kind(), required.name(year.regionId(), year.year(), one.kind()), false, one, files.getOrDefault(one.kind(), List.of()))));
        return all;
    }

    @Transactional(readOnly = true)
    public List<ConceptDocument> required(long yearId) {
        return of(yearId).stream().filter(ConceptDocument::required).toList();
    }

    /** Hands all that is not approved yet to the curator; refused while something is missing or was not changed after its return. */
    public void send(long yearId, Viewer viewer) {
        years.lock(yearId);
        List<ConceptDocument> sent = required(yearId).stream().filter(ConceptDocument::isWithSchool).toList();
        List<ConceptDocument> missing = sent.stream().filter(one -> one.files().isEmpty()).toList();
        if (!missing.isEmpty()) {
            throw Refusal.of("schoolyear.concept.missing", names(missing));
        }
        List<ConceptDocument> unchanged = sent.stream().filter(one -> !one.isReady()).toList();
        if (!unchanged.isEmpty()) {
            throw Refusal.of("schoolyear.concept.unchanged", names(unchanged));
        }
        for (ConceptDocument one : sent) {
            rows.send(yearId, one.kind(), viewer.personId(), clock.instant());
            audit.record("schoolyear.documentSent", subject(yearId), Map.of("kind", one.kind(), "name", one.name()));
        }
    }

    /** What waits for the curator. */
    @Transactional(readOnly = true)
    public List<ConceptDocument> sent(long yearId) {
        return required(yearId).stream().filter(one -> one.state() == State.SENT).toList();
    }

    /**
     * The curator decides on each document that he was handed.
     *
     * @param said by kind; the comment is never empty
     * @return whether all that is required is approved now
     */
    public boolean decide(long yearId, Viewer viewer, OpenTask task, Map<String, Decision> said) {
        years.lock(yearId);
        for (ConceptDocument one : sent(yearId)) {
            Decision decision = said.get(one.kind());
            if (decision == null) {
                throw Refusal.of("schoolyear.concept.undecided", one.name());
            }
            List<Long> seen = one.files().stream().map(StoredDocument::id).toList();
            rows.decide(yearId, one.kind(), decision.approved(), decision.comment(), viewer.personId(), clock.instant(), seen);
            decisions.record(yearId, Stage.CONCEPT_DOCUMENTS, one.kind(), decision.approved(), decision.comment(), viewer, task);
            audit.record(decision.approved() ? "schoolyear.documentApproved" : "schoolyear.documentReturned", subject(yearId),
                Map.of("kind", one.kind(), "name", one.name()), decision.comment());
        }
        return required(yearId).stream().allMatch(one -> one.state() == State.APPROVED);
    }

    /** The school says that the approved documents stand in ИС МЭДК since a day; with it the stage is completed. */
    public void place(long yearId, LocalDate on) {
        SchoolYear year = years.lock(yearId);
        if (on.isAfter(course.today(yearId))) {
            throw Refusal.ofField("on", "schoolyear.concept.placedLater", day(on), day(course.today(yearId)));
        }
        if (on.isBefore(year.startedOn())) {
            throw Refusal.ofField("on", "schoolyear.concept.placedEarlier", day(on), day(year.startedOn()));
        }
        audit.record("schoolyear.documentsPlaced", subject(yearId), Map.of("on", on));
        course.done(yearId, Stage.CONCEPT_DOCUMENTS, on);
    }

    /** Whether documents that were approved can be prepared anew by this viewer now. */
    @Transactional(readOnly = true)
    public boolean mayChange(SchoolYear year, Viewer viewer) {
        return year.isRunning() && access.worksIn(year, viewer) && !engine.isRunning(year.id())
            && rows.standings(year.id()).stream().anyMatch(one -> one.state() == State.APPROVED);
    }

    /** The school prepares a new version of approved documents: it uploads, the curator checks, it is placed again. */
    public void change(long yearId, Viewer viewer, Collection<String> kinds, String reason) {
        SchoolYear year = years.lock(yearId);
        if (!access.worksIn(year, viewer)) {
            throw new NotYours(SchoolYears.SUBJECT, yearId);
        }
        if (!mayChange(year, viewer)) {
            throw Refusal.of("schoolyear.concept.notNow");
        }
        List<ConceptDocument> chosen = required(yearId).stream().filter(one -> one.state() == State.APPROVED && kinds.contains(one.kind())).toList();
        if (chosen.isEmpty()) {
            throw Refusal.ofField("kinds", "schoolyear.concept.chooseKinds");
        }
        if (reason.isBlank()) {
            throw Refusal.ofField("reason", "schoolyear.concept.reasonNeeded");
        }
        if (reason.length() > LONGEST_REASON) {
            throw Refusal.ofField("reason", "schoolyear.concept.longReason", LONGEST_REASON);
        }
        for (ConceptDocument one : chosen) {
            rows.change(yearId, one.kind());
            audit.record("schoolyear.documentChanging", subject(yearId), Map.of("kind", one.kind(), "name", one.name()), reason.strip());
        }
        engine.startAgain(year);
    }

    private static ConceptDocument document(String kind, String name, boolean required, ConceptRows.Standing standing, List<StoredDocument> files) {
        if (standing == null) {
            return new ConceptDocument(kind, name, required, State.PREPARED, files, null, null, null, null, false);
        }
        boolean changed = !files.stream().map(StoredDocument::id).toList().equals(standing.decidedFiles());
        return new ConceptDocument(kind, name, required, standing.state(), files, standing.sentAt(), standing.decidedAt(), standing.decidedBy(),
            standing.comment(), changed);
    }

    private static String names(List<ConceptDocument> documents) {
        return documents.stream().map(one -> "«" + one.name() + "»").collect(joining(", "));
    }

    private static String day(LocalDate day) {
        return java.time.format.DateTimeFormatter.ofPattern("dd.MM.yyyy").format(day);
    }

    private static Subject subject(long yearId) {
        return Subject.of(SchoolYears.SUBJECT, yearId);
    }
}
