package ru.marshrut.roadmap.running;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.documents.Documents;
import ru.marshrut.roadmap.AskedDocuments;
import ru.marshrut.roadmap.Evidence;
import ru.marshrut.roadmap.Indicator;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.MeasureContent;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Outcomes;
import ru.marshrut.roadmap.Outcomes.Member;
import ru.marshrut.roadmap.Outcomes.Outcome;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.roadmap.StageWork;
import ru.marshrut.roadmap.persistence.MeasureRunRows;
import ru.marshrut.roadmap.persistence.SchoolMeasureRows;
import ru.marshrut.roadmap.persistence.SchoolMeasureRows.SchoolMeasure;
import ru.marshrut.roadmap.process.SchoolMeasureModel;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Participants.Participant;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Populations;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.Due;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.OwedTasks;
import ru.marshrut.work.Tasks;

/**
 * The documents that measures ask of each school. What a stage of the programme is to leave is asked of a school once,
 * however many road maps above it name it, and is due by the earliest of their dates (DESIGN 2).
 */
@Service
@Transactional
public class SchoolWork implements AskedDocuments {

    private static final Set<OutcomeKind> DOCUMENTS = EnumSet.of(OutcomeKind.DELIVERED, OutcomeKind.CONCEPT_DOCUMENTS_PLACED,
        OutcomeKind.MONITORING_1_PLACED, OutcomeKind.MONITORING_2_PLACED);
    /** «документы, подтвержденные куратором» (seed 003, row 18), «подтвержденных кураторами» (seed 002, row 7). */
    private static final Pattern CONFIRMED_BY_CURATOR =
        Pattern.compile("подтвержд[её]н\\p{L}*\\s+куратор", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final RoadMaps roadMaps;
    private final SchoolMeasureRows rows;
    private final MeasureRunRows measures;
    private final MeasureDues dues;
    private final MeasureEngine engine;
    private final Outcomes outcomes;
    private final Documents documents;
    private final OwedTasks owed;
    private final Tasks tasks;
    private final Territory territory;
    private final Populations populations;
    private final ObjectProvider<StageWork> stages;
    private final AuditTrail audit;
    private final Clock clock;

    SchoolWork(RoadMaps roadMaps, SchoolMeasureRows rows, MeasureRunRows measures, MeasureDues dues, MeasureEngine engine, Outcomes outcomes,
               Documents documents, OwedTasks owed, @Lazy Tasks tasks, Territory territory, Populations populations,
               ObjectProvider<StageWork> stages, AuditTrail audit, Clock clock) {
        this.roadMaps = roadMaps;
        this.rows = rows;
        this.measures = measures;
        this.dues = dues;
        this.engine = engine;
        this.outcomes = outcomes;
        this.documents = documents;
        this.owed = owed;
        this.tasks = tasks;
        this.territory = territory;
        this.populations = populations;
        this.stages = stages;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the measure asks of each school, if it does. */
    static Optional<OutcomeKind> asked(MeasureContent content) {
        OutcomeKind outcome = content.outcome() == null ? OutcomeKind.DELIVERED : content.outcome();
        return content.evidence() == Evidence.STAGE && DOCUMENTS.contains(outcome) ? Optional.of(outcome) : Optional.empty();
    }

    static boolean needsConfirmation(MeasureContent content) {
        return Stream.concat(Stream.of(content.title(), content.expectedResult()), content.indicators().stream().map(Indicator::words))
            .anyMatch(words -> CONFIRMED_BY_CURATOR.matcher(words).find());
    }

    /** Asks the schools that were not asked yet; one process instance each. */
    void open(RoadMap map, Measure measure) {
        OutcomeKind kind = asked(measure.content()).orElse(null);
        if (kind == null) {
            return;
        }
        Set<Long> known = new HashSet<>(kind == OutcomeKind.DELIVERED ? Set.of() : rows.asked(map.year(), kind));
        rows.ofMeasure(measure.id()).forEach(row -> known.add(row.schoolId()));
        boolean confirmation = needsConfirmation(measure.content());
        List<Participant> schools = schools(map);
        if (kind != OutcomeKind.DELIVERED) {
            List<Long> ids = schools.stream().map(Participant::schoolId).toList();
            stages.forEach(stage -> known.addAll(stage.runs(kind, map.year(), ids)));
        }
        int started = 0;
        for (Participant school : schools) {
            if (known.add(school.schoolId())) {
                long id = rows.add(measure.id(), school.schoolId(), map.year(), kind);
                rows.started(id, engine.startSchoolMeasure(id, map.regionId(), school.schoolId(), confirmation));
                started++;
            }
        }
        if (started > 0) {
            audit.record("roadmap.schoolsAsked", Subject.of(MeasureRuns.SUBJECT, measure.id()),
                Map.of("title", measure.content().title(), "schools", started));
        }
        follow(map, measure);
    }

    /** Moves the open tasks of schools to the earliest date that now holds for them. */
    void follow(RoadMap map, Measure measure) {
        OutcomeKind kind = asked(measure.content()).orElse(null);
        if (kind == null) {
            return;
        }
        List<SchoolMeasure> open = kind == OutcomeKind.DELIVERED ? rows.ofMeasure(measure.id()).stream().filter(SchoolMeasure::isOpen).toList()
            : rows.open(map.year(), kind, schools(map).stream().map(Participant::schoolId).toList());
        Map<Long, List<Measure>> asking = askingByMunicipality(map.year(), kind, open);
        Map<Long, School> schools = territory.schools(open.stream().map(SchoolMeasure::schoolId).toList());
        Map<String, SchoolMeasure> byKey = open.stream().collect(toMap(row -> String.valueOf(row.id()), Function.identity()));
        for (OpenTask task : owed.ofAll(SchoolMeasureModel.KEY, byKey.keySet())) {
            SchoolMeasure row = byKey.get(task.businessKey());
            Due due = !task.step().equals(SchoolMeasureModel.PLACE_DOCUMENT) ? null
                : earliest(kind == OutcomeKind.DELIVERED ? List.of(measure) : asking.get(schools.get(row.schoolId()).municipalityId()));
            if (due != null && !due.equals(task.due())) {
                tasks.move(task.id(), due);
            }
        }
    }

    /** The earliest date that a road map above the school gives; null where none does. */
    Due due(SchoolMeasure row) {
        return earliest(row.outcome() == OutcomeKind.DELIVERED ? List.of(roadMaps.measure(row.measureId()))
            : askingIn(territory.school(row.schoolId()).municipalityId(), row.year(), row.outcome()));
    }

    private Due earliest(List<Measure> asking) {
        return asking.stream().map(measure -> dues.due(roadMaps.roadMap(measure.roadMapId()), measure, measures.windowsTaken(measure.id())))
            .filter(Objects::nonNull).min(Comparator.comparing(Due::at)).orElse(null);
    }

    @Transactional(readOnly = true)
    public SchoolMeasure get(long id) {
        return rows.get(id);
    }

    /** The school has placed its document. */
    public void place(long id, Viewer viewer, LocalDate on) {
        SchoolMeasure row = rows.get(id);
        RoadMap map = map(row);
        if (on.isAfter(dues.today(map))) {
            throw Refusal.ofField("on", "roadmap.result.future", MeasureDues.day(on));
        }
        if (documents.in(MeasureFiles.schoolDocument(id)).isEmpty()) {
            throw Refusal.ofField("document", "roadmap.place.noDocument");
        }
        rows.place(id, on, viewer.personId());
        tell("roadmap.documentPlaced", row, null);
    }

    /** The curator confirms it, or sends it back with what is to be done. */
    public void confirm(long id, Viewer viewer, boolean confirmed, String comment) {
        SchoolMeasure row = rows.get(id);
        if (confirmed) {
            rows.confirm(id, dues.today(map(row)), viewer.personId());
            tell("roadmap.documentConfirmed", row, comment.isEmpty() ? null : comment);
        } else if (comment.isEmpty()) {
            throw Refusal.ofField("comment", "roadmap.confirm.commentNeeded");
        } else {
            rows.sendBack(id, comment);
            tell("roadmap.documentReturned", row, comment);
        }
    }

    /** The document counts from the day on which it was placed, where it had to be confirmed from that of the confirmation. */
    public void count(long id) {
        SchoolMeasure row = rows.get(id);
        RoadMap map = map(row);
        outcomes.record(List.of(new Outcome(row.outcome(), Member.school(row.schoolId(), map.regionId()), row.year(),
            row.outcome() == OutcomeKind.DELIVERED ? row.measureId() : null,
            row.confirmedOn() == null ? row.placedOn() : row.confirmedOn(), true)));
        rows.count(id, clock.instant());
    }

    /** The measure has ended: what another open measure asks for goes over to it, the rest is no longer asked for. */
    void withdraw(RoadMap map, Measure measure) {
        List<SchoolMeasure> open = rows.ofMeasure(measure.id()).stream().filter(SchoolMeasure::isOpen).toList();
        if (open.isEmpty()) {
            return;
        }
        OutcomeKind kind = open.get(0).outcome();
        Map<Long, List<Measure>> asking = kind == OutcomeKind.DELIVERED ? Map.of() : askingByMunicipality(map.year(), kind, open);
        Map<Long, School> schools = territory.schools(open.stream().map(SchoolMeasure::schoolId).toList());
        for (SchoolMeasure row : open) {
            Optional<Measure> heir = asking.getOrDefault(schools.get(row.schoolId()).municipalityId(), List.of()).stream()
                .filter(other -> other.id() != measure.id()).findFirst();
            if (heir.isPresent()) {
                rows.handOver(row.id(), heir.get().id());
            } else {
                rows.withdraw(row.id(), clock.instant());
                engine.measureEnded(row.processInstanceId());
            }
        }
    }

    @Override
    public void takenOver(Collection<Long> schoolIds, int year, Set<OutcomeKind> outcomes) {
        for (OutcomeKind kind : outcomes) {
            for (SchoolMeasure row : rows.open(year, kind, schoolIds)) {
                rows.withdraw(row.id(), clock.instant());
                engine.measureEnded(row.processInstanceId());
            }
        }
    }

    private Map<Long, List<Measure>> askingByMunicipality(int year, OutcomeKind kind, List<SchoolMeasure> of) {
        return territory.schools(of.stream().map(SchoolMeasure::schoolId).toList()).values().stream().map(School::municipalityId).distinct()
            .collect(toMap(Function.identity(), municipality -> askingIn(municipality, year, kind)));
    }

    /** Running measures that ask the schools of a municipality for the same, of all road maps above them that run a process. */
    private List<Measure> askingIn(long municipalityId, int year, OutcomeKind kind) {
        List<Long> above = roadMaps.above(Place.municipality(municipalityId), year).stream()
            .filter(map -> map.isApproved() && map.regionId() != null).map(RoadMap::id).toList();
        return roadMaps.measuresOf(above).stream().filter(measure -> measure.state() == Measure.State.RUNNING
            && asked(measure.content()).filter(asked -> asked == kind).isPresent()).toList();
    }

    private List<Participant> schools(RoadMap map) {
        return populations.within(map.place(), map.year(), dues.today(map), clock.instant()).schools();
    }

    private RoadMap map(SchoolMeasure row) {
        return roadMaps.roadMap(roadMaps.measure(row.measureId()).roadMapId());
    }

    private void tell(String fact, SchoolMeasure row, String reason) {
        School school = territory.school(row.schoolId());
        audit.record(fact, Subject.of(MeasureRuns.SUBJECT, row.measureId()), Map.of("school", school.name()), reason);
    }
}
