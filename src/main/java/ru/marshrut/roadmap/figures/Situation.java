package ru.marshrut.roadmap.figures;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import ru.marshrut.roadmap.Evidence;
import ru.marshrut.roadmap.Indicator;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Outcomes.Member;
import ru.marshrut.roadmap.Population;
import ru.marshrut.territory.Candidates.Candidate;
import ru.marshrut.territory.Participants;
import ru.marshrut.territory.Participants.Holder;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;

/**
 * All that the figures of a road map are counted from, as of a day and as known at an instant.
 *
 * @param on           the day of judgement
 * @param facts        recorded until then, by kind; in the order of their days, of one day as they were recorded
 * @param candidates   for curators, in the order of application; read only where somebody counts them
 * @param log          days of the entries, by measure
 * @param approvedMaps municipalities with an approved road map of the year, and the day of its order
 */
record Situation(LocalDate on, List<Measure> measures, Participants participants, Map<OutcomeKind, List<Fact>> facts, List<Registered> registered,
                 List<Candidate> candidates, Map<Long, List<LocalDate>> log, Map<Long, LocalDate> approvedMaps) {

    /** What an indicator counts; null where nothing says it. */
    static OutcomeKind counted(Measure measure, Indicator indicator) {
        if (indicator.outcome() != null) {
            return indicator.outcome();
        }
        if (measure.content().outcome() != null) {
            return measure.content().outcome();
        }
        return switch (measure.content().evidence()) {
            case ATTENDANCE -> OutcomeKind.ATTENDED;
            case STAGE -> OutcomeKind.DELIVERED;
            case MAPS -> OutcomeKind.ROAD_MAP_APPROVED;
            case MEASURES -> OutcomeKind.MEASURE_DONE;
            case FACT, LOG -> null;
        };
    }

    /** Whether a fact of this kind can tell something of the indicator. */
    static boolean isCounted(Measure measure, OutcomeKind counted, OutcomeKind kind, Long measureId) {
        boolean ofThis = measureId != null && measureId == measure.id();
        if (kind == OutcomeKind.DELIVERED) { // the document that a measure asks for stands for the stage that it names
            return ofThis && measure.content().evidence() == Evidence.STAGE && !isEvent(counted) || ofThis && counted == kind;
        }
        if (kind != counted) {
            return false;
        }
        // «Экспертиза документов» stands twice in one plan (seed 002, rows 8 and 18): what one row checked is not the other's.
        boolean ofOneMeasure = kind.belongsToAMeasure() || kind == OutcomeKind.DOCUMENTS_CHECKED && measureId != null;
        return !ofOneMeasure || ofThis;
    }

    private static boolean isEvent(OutcomeKind kind) {
        return kind == OutcomeKind.ATTENDED || kind == OutcomeKind.PRESENTED || kind == OutcomeKind.PUBLISHED;
    }

    /** The day on which an indicator is judged: the one that its text names, once it has come. */
    LocalDate judgedOn(Indicator indicator) {
        return indicator.asOf() != null && indicator.asOf().isBefore(on) ? indicator.asOf() : on;
    }

    boolean isDone(Measure measure, LocalDate day) {
        return doneSince(day).containsKey(measure.id());
    }

    /** The day on which a measure was done, or null. */
    LocalDate doneOn(Measure measure) {
        return doneSince(on).get(measure.id());
    }

    private Stream<Fact> told(OutcomeKind kind) {
        return facts.getOrDefault(kind, List.of()).stream();
    }

    private Map<Long, LocalDate> doneSince(LocalDate day) {
        return standing(told(OutcomeKind.MEASURE_DONE), day).measures();
    }

    /** Each of the populations that an indicator is counted of, once, with the day since which it counts, or null. */
    Map<Someone, LocalDate> judged(Measure measure, Indicator indicator) {
        OutcomeKind counted = counted(measure, indicator);
        LocalDate day = judgedOn(indicator);
        Set<Someone> members = new LinkedHashSet<>();
        populations(indicator, counted).forEach(population -> members.addAll(members(population, counted, measure, day)));
        Standing standing = counted == null ? Standing.nobody() : counted == OutcomeKind.CURATOR_APPOINTED ? curated()
            : counted == OutcomeKind.ROAD_MAP_APPROVED ? withMaps() : counted == OutcomeKind.MEASURE_DONE ? Standing.ofMeasures(doneSince(day))
            : standing(Stream.of(counted, OutcomeKind.DELIVERED).distinct().flatMap(this::told)
                .filter(fact -> isCounted(measure, counted, fact.kind(), fact.measureId())), day);
        if (counted == OutcomeKind.SURVEY_DONE) {
            surveyed(day).forEach((person, since) -> Standing.earliest(standing.people(), person, since));
        }
        Map<Someone, LocalDate> judged = new LinkedHashMap<>();
        members.forEach(member -> judged.put(member, standing.since(member)));
        return judged;
    }

    /** Where the words name nobody, some outcomes can only be told of one population. */
    private static List<Population> populations(Indicator indicator, OutcomeKind counted) {
        if (!indicator.populations().isEmpty() || counted == null) {
            return indicator.populations();
        }
        if (counted == OutcomeKind.ROAD_MAP_APPROVED) {
            return List.of(Population.MUNICIPALITIES);
        }
        return counted.isOfSchools() ? List.of(Population.SCHOOLS) : List.of();
    }

    private List<Someone> members(Population population, OutcomeKind counted, Measure measure, LocalDate day) {
        return switch (population) {
            case SCHOOLS, TEAMS, RISK_PROFILES -> participants.schools().stream().map(school -> Someone.school(school.schoolId())).toList();
            case PRINCIPALS -> people(Role.PRINCIPAL);
            case CURATORS -> people(Role.CURATOR);
            case SCHOOL_COORDINATORS -> people(Role.SCHOOL_COORDINATOR);
            case MUNICIPAL_COORDINATORS -> people(Role.MUNICIPAL_COORDINATOR);
            case PAIRS -> participants.holding(Role.CURATOR).stream().map(holder -> Someone.pair(holder.personId(), holder.place().id())).toList();
            case CANDIDATES -> candidates.isEmpty() ? registered(measure) : candidates(counted);
            case REPRESENTATIVES -> registered(measure);
            case MUNICIPALITIES -> participants.municipalities().stream().sorted().map(Someone::municipality).toList();
            case MEASURES -> measures.stream().filter(other -> other.id() != measure.id() && isDueBy(other, day))
                .map(other -> Someone.measure(other.id())).toList();
            case PUBLICATIONS, EVENTS -> List.of();
        };
    }

    private List<Someone> registered(Measure measure) {
        return registered.stream().filter(one -> one.measureId() == measure.id()).map(Someone::registered).toList();
    }

    /** Of those who applied (seed 003, row 4) all are to be surveyed; elsewhere only those whom nobody turned down are expected. */
    private List<Someone> candidates(OutcomeKind counted) {
        return candidates.stream().filter(candidate -> counted == OutcomeKind.SURVEY_DONE || candidate.isExpected())
            .map(candidate -> Someone.person(candidate.personId(), null, null)).toList();
    }

    /** Surveyed candidates; the selection knows it and tells no outcome of it. */
    private Map<Long, LocalDate> surveyed(LocalDate day) {
        return candidates.stream().filter(candidate -> candidate.surveyedOn() != null && !candidate.surveyedOn().isAfter(day))
            .collect(toMap(Candidate::personId, Candidate::surveyedOn));
    }

    /** One person is counted once, at the first of his places. */
    private List<Someone> people(Role role) {
        Set<Long> seen = new HashSet<>();
        List<Someone> people = new ArrayList<>();
        for (Holder holder : participants.holding(role)) {
            if (seen.add(holder.personId())) {
                Place place = holder.place();
                people.add(role == Role.MUNICIPAL_COORDINATOR ? Someone.person(holder.personId(), null, place.id())
                    : Someone.person(holder.personId(), place.id(), null));
            }
        }
        return people;
    }

    /** Whether the last day of a measure has come («of the measures due by that date», DESIGN 9); an open end never comes. */
    static boolean isDueBy(Measure measure, LocalDate day) {
        LocalDate due = measure.lastDay();
        return measure.state() != Measure.State.REMOVED && due != null && !due.isAfter(day);
    }

    private Standing curated() {
        Standing standing = Standing.nobody();
        participants.holding(Role.CURATOR).forEach(holder -> standing.schools().merge(holder.place().id(), holder.since(),
            (one, other) -> one.isBefore(other) ? one : other));
        return standing;
    }

    private Standing withMaps() {
        return new Standing(new HashMap<>(), new HashMap<>(), new HashMap<>(approvedMaps), new HashMap<>());
    }

    /** The latest fact of each member says whether it counts. A school counts also through its people. */
    private static Standing standing(Stream<Fact> facts, LocalDate day) {
        record Teller(OutcomeKind kind, Member.Type type, long id, Long measureId) {}
        Map<Teller, Fact> latest = new HashMap<>();
        facts.filter(fact -> !fact.occurredOn().isAfter(day))
            .forEach(fact -> latest.put(new Teller(fact.kind(), fact.type(), fact.memberId(), fact.measureId()), fact));
        Standing standing = Standing.nobody();
        latest.values().stream().filter(Fact::counts).forEach(standing::add);
        return standing;
    }

    /** Who counts, by id, and since when. */
    private record Standing(Map<Long, LocalDate> schools, Map<Long, LocalDate> people, Map<Long, LocalDate> municipalities,
                            Map<Long, LocalDate> measures) {

        static Standing nobody() {
            return new Standing(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        }

        static Standing ofMeasures(Map<Long, LocalDate> done) {
            return new Standing(new HashMap<>(), new HashMap<>(), new HashMap<>(), done);
        }

        void add(Fact fact) {
            switch (fact.type()) {
                case SCHOOL -> earliest(schools, fact.memberId(), fact.occurredOn());
                case PERSON -> {
                    earliest(people, fact.memberId(), fact.occurredOn());
                    if (fact.schoolId() != null) {
                        earliest(schools, fact.schoolId(), fact.occurredOn());
                    }
                }
                case MUNICIPALITY -> earliest(municipalities, fact.memberId(), fact.occurredOn());
                case MEASURE -> earliest(measures, fact.memberId(), fact.occurredOn());
            }
        }

        private static void earliest(Map<Long, LocalDate> since, long id, LocalDate day) {
            since.merge(id, day, (one, other) -> one.isBefore(other) ? one : other);
        }

        LocalDate since(Someone member) {
            return switch (member.kind()) {
                case SCHOOL -> schools.get(member.schoolId());
                case PERSON -> people.get(member.personId());
                case PAIR -> people.getOrDefault(member.personId(), schools.get(member.schoolId()));
                case MUNICIPALITY -> municipalities.get(member.municipalityId());
                case MEASURE -> measures.get(member.measureId());
                case NAME -> null;
            };
        }
    }
}
