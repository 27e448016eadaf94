package ru.marshrut.schoolyear;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.roadmap.AskedDocuments;
import ru.marshrut.schoolyear.persistence.YearRows;
import ru.marshrut.schoolyear.persistence.YearRows.Planned;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Participants;
import ru.marshrut.territory.Participations;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Populations;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Territory;

/** Begins the years of schools: of all participants of a place at once, or of one that joins late. */
@Service
@Transactional
public class YearStarts {

    private final YearRows rows;
    private final StagePlans plans;
    private final YearEngine engine;
    private final AskedDocuments asked;
    private final Participations participations;
    private final Populations populations;
    private final Territory territory;
    private final AccessPolicy policy;
    private final AuditTrail audit;
    private final Clock clock;

    YearStarts(YearRows rows, StagePlans plans, YearEngine engine, AskedDocuments asked, Participations participations, Populations populations,
               Territory territory, AccessPolicy policy, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.plans = plans;
        this.engine = engine;
        this.asked = asked;
        this.participations = participations;
        this.populations = populations;
        this.territory = territory;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    /** Why a school's year is not started. Words for users: {@code schoolyear.start.<name>}. */
    public enum Skipped {
        /** It runs already. */
        RUNNING,
        /** It was started and has ended. */
        ENDED,
        NOT_TAKING_PART
    }

    /** What a start would do. */
    public record Preview(Place place, int year, List<School> starting, Map<School, Skipped> skipped) {}

    /** Dry run; throws {@link NotYours}, or {@link Refusal} where the region has not told who takes part. */
    @Transactional(readOnly = true)
    public Preview preview(Viewer viewer, Place place, int year) {
        if (!policy.mayCoordinate(viewer, place)) {
            throw new NotYours("place", place);
        }
        if (place.level() == Level.FEDERATION) {
            throw Refusal.ofField("place", "schoolyear.start.oneRegion");
        }
        List<School> schools = territory.schoolsWithin(place);
        Participants participants = populations.within(place, year, today(place), clock.instant());
        if (participants.assumed()) {
            throw Refusal.ofField("place", "schoolyear.start.nobodyTold", String.valueOf(year));
        }
        Set<Long> takePart = Set.copyOf(participants.schoolIds());
        Map<Long, SchoolYear> known = rows.ofSchools(schools.stream().map(School::id).toList(), year);
        List<School> starting = new ArrayList<>();
        Map<School, Skipped> skipped = new LinkedHashMap<>();
        for (School school : schools) {
            SchoolYear has = known.get(school.id());
            if (has != null) {
                skipped.put(school, has.isRunning() ? Skipped.RUNNING : Skipped.ENDED);
            } else if (takePart.contains(school.id())) {
                starting.add(school);
            } else {
                skipped.put(school, Skipped.NOT_TAKING_PART);
            }
        }
        return new Preview(place, year, starting, skipped);
    }

    /** Starts what the dry run would; the processes follow after the commit. @return how many */
    public int start(Viewer viewer, Place place, int year) {
        Preview preview = preview(viewer, place, year);
        if (preview.starting().isEmpty()) {
            throw Refusal.of("schoolyear.start.nobody", String.valueOf(year));
        }
        int begun = begin(preview.starting(), year, today(place), false);
        if (begun == 0) { // somebody else was faster
            throw Refusal.of("schoolyear.start.nobody", String.valueOf(year));
        }
        return begun;
    }

    /**
     * A school joins in the middle of the year; throws {@link Refusal} where the region has not told who takes part.
     *
     * @param order number and date of the order that names it
     */
    public void joinLate(Viewer viewer, long schoolId, int year, String order) {
        Place place = Place.school(schoolId);
        if (!policy.mayCoordinate(viewer, place)) {
            throw new NotYours("school", schoolId);
        }
        School school = territory.school(schoolId);
        LocalDate today = today(place);
        if (year != today.getYear()) {
            throw Refusal.ofField("year", "schoolyear.join.otherYear", String.valueOf(year), String.valueOf(today.getYear()));
        }
        rows.of(schoolId, year).ifPresent(known -> {
            throw Refusal.ofField("school", "schoolyear.join.hasYear", school.name(), String.valueOf(year));
        });
        if (populations.within(Place.region(school.regionId()), year, today, clock.instant()).assumed()) {
            throw Refusal.ofField("school", "schoolyear.start.nobodyTold", String.valueOf(year));
        }
        participations.takePart(List.of(schoolId), year, today, order);
        if (begin(List.of(school), year, today, true) == 0) {
            throw Refusal.ofField("school", "schoolyear.join.hasYear", school.name(), String.valueOf(year)); // somebody else was faster
        }
    }

    private int begin(Collection<School> schools, int year, LocalDate today, boolean late) {
        Map<Long, School> byId = schools.stream().collect(Collectors.toMap(School::id, school -> school));
        List<SchoolYear> years = rows.addAll(byId.keySet(), year, today, late);
        StagePlans.Published published = plans.published(schools.stream().map(School::municipalityId).collect(Collectors.toSet()), year);
        List<Planned> planned = new ArrayList<>();
        List<AuditTrail.Fact> facts = new ArrayList<>();
        for (SchoolYear one : years) {
            List<StagePlan> stages = published.of(byId.get(one.schoolId()).municipalityId(), late ? today : null);
            stages.forEach(stage -> planned.add(new Planned(one.id(), stage)));
            facts.add(new AuditTrail.Fact(Subject.of(SchoolYears.SUBJECT, one.id()), started(one, late, stages)));
        }
        rows.plan(planned);
        asked.takenOver(byId.keySet(), year, Arrays.stream(Stage.values()).flatMap(stage -> stage.outcome().stream()).collect(Collectors.toSet()));
        Map<Long, String> instances = new LinkedHashMap<>();
        years.forEach(one -> instances.put(one.id(), engine.start(one)));
        rows.started(instances);
        audit.recordAll("schoolyear.started", facts, null);
        return years.size();
    }

    /** The last day of each stage under its name, so that the trail alone tells what was late. */
    private static Map<String, Object> started(SchoolYear year, boolean late, List<StagePlan> stages) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("school", year.schoolId());
        parameters.put("year", String.valueOf(year.year()));
        parameters.put("on", year.startedOn());
        parameters.put("joinedLate", late);
        stages.stream().filter(stage -> stage.dueOn() != null).forEach(stage -> parameters.put(stage.stage().name(), stage.dueOn()));
        return parameters;
    }

    private LocalDate today(Place place) {
        long region = switch (place.level()) {
            case REGION -> place.id();
            case MUNICIPALITY -> territory.municipality(place.id()).regionId();
            default -> territory.school(place.id()).regionId();
        };
        return LocalDate.ofInstant(clock.instant(), territory.region(region).zone());
    }
}
