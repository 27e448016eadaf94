package ru.marshrut.roadmap.running;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.roadmap.Indicator;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Outcomes;
import ru.marshrut.roadmap.Outcomes.Member;
import ru.marshrut.roadmap.Outcomes.Outcome;
import ru.marshrut.roadmap.Population;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.roadmap.persistence.EventRows;
import ru.marshrut.roadmap.persistence.EventRows.Participant;
import ru.marshrut.roadmap.running.ParticipantFile.Listed;
import ru.marshrut.territory.Candidates;
import ru.marshrut.territory.Candidates.Candidate;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Participants;
import ru.marshrut.territory.Participants.Holder;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Populations;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/** Who is expected at a measure's event, and who took part, spoke or published. */
@Service
@Transactional
public class Attendance {

    private static final Set<OutcomeKind> MARKED = EnumSet.of(OutcomeKind.ATTENDED, OutcomeKind.PRESENTED, OutcomeKind.PUBLISHED);
    /** Of a measure whose indicators name nobody: all who take part in the programme. */
    private static final Set<Population> EVERYBODY = EnumSet.of(Population.SCHOOLS, Population.PRINCIPALS, Population.CURATORS,
        Population.SCHOOL_COORDINATORS, Population.MUNICIPAL_COORDINATORS);

    private final RoadMaps roadMaps;
    private final EventRows rows;
    private final Outcomes outcomes;
    private final ParticipantFile file;
    private final MeasureDues dues;
    private final Territory territory;
    private final Staff staff;
    private final Populations populations;
    private final Candidates candidates;
    private final AuditTrail audit;
    private final MessageSource messages;
    private final Clock clock;

    Attendance(RoadMaps roadMaps, EventRows rows, Outcomes outcomes, ParticipantFile file, MeasureDues dues, Territory territory, Staff staff,
               Populations populations, Candidates candidates, AuditTrail audit, MessageSource messages, Clock clock) {
        this.roadMaps = roadMaps;
        this.rows = rows;
        this.outcomes = outcomes;
        this.file = file;
        this.dues = dues;
        this.territory = territory;
        this.staff = staff;
        this.populations = populations;
        this.candidates = candidates;
        this.audit = audit;
        this.messages = messages;
        this.clock = clock;
    }

    /** A list for each thing that the measure's indicators count of people; of taking part where they count nothing else. */
    @Transactional(readOnly = true)
    public List<Sheet> sheets(long measureId) {
        Measure measure = roadMaps.measure(measureId);
        RoadMap map = roadMaps.roadMap(measure.roadMapId());
        LocalDate today = dues.today(map);
        Participants all = populations.within(map.place(), map.year(), today, clock.instant());
        Map<OutcomeKind, Set<Population>> asked = asked(measure);
        List<Participant> registered = rows.participants(measureId);
        List<Sheet> sheets = new ArrayList<>();
        asked.forEach((kind, of) -> {
            Set<String> marked = rows.counting(measureId, kind).stream().map(told -> key(told.memberType(), told.memberId())).collect(toSet());
            List<Candidate> applied = of.contains(Population.CANDIDATES)
                ? candidates.within(map.place(), map.year(), today, clock.instant()).stream().filter(Candidate::isExpected).toList() : List.of();
            sheets.add(new Sheet(kind, expected(of, all, applied, registered, map.regionId()).stream().map(one -> one.marked(marked.contains(one.key()))).toList()));
        });
        return sheets;
    }

    /** The participants' file, each row with whom it names; empty where none is uploaded. */
    @Transactional(readOnly = true)
    public List<Listed> listed(long measureId) {
        return file.read(measureId, roadMaps.roadMap(roadMaps.measure(measureId).roadMapId()));
    }

    /** People of the file who are in no list of ours, with the school that they come from. */
    public void register(long measureId, Collection<Listed> unknown) {
        Set<String> known = rows.participants(measureId).stream().map(one -> one.schoolId() + " " + one.fullName()).collect(toSet());
        for (Listed listed : unknown) {
            if (known.add(listed.schoolId() + " " + listed.fullName())) {
                rows.addParticipant(measureId, null, listed.schoolId(), listed.fullName(), clock.instant());
                audit.record("roadmap.participantAdded", Subject.of(MeasureRuns.SUBJECT, measureId), Map.of("name", listed.fullName()));
            }
        }
    }

    /** Records who is marked; whoever was marked before and is not any more is taken back. */
    public void mark(long measureId, OutcomeKind kind, Set<Member> present, LocalDate on) {
        Measure measure = roadMaps.measure(measureId);
        RoadMap map = roadMaps.roadMap(measure.roadMapId());
        Set<String> before = rows.counting(measureId, kind).stream().map(told -> key(told.memberType(), told.memberId())).collect(toSet());
        Set<String> now = present.stream().map(member -> key(member.type(), member.id())).collect(toSet());
        List<Outcome> told = new ArrayList<>();
        present.stream().filter(member -> !before.contains(key(member.type(), member.id())))
            .forEach(member -> told.add(new Outcome(kind, member, map.year(), measureId, on, true)));
        before.stream().filter(key -> !now.contains(key)).map(key -> member(key, map.regionId()))
            .forEach(member -> told.add(new Outcome(kind, member, map.year(), measureId, on, false)));
        outcomes.record(told);
        audit.record("roadmap.marked." + kind, Subject.of(MeasureRuns.SUBJECT, measureId),
            Map.of("title", measure.content().title(), "marked", present.size(), "on", on));
    }

    /** Whom a key of a list or of the file names. */
    Member member(String key, long regionId) {
        long id = Long.parseLong(key.substring(1));
        return key.charAt(0) == 's' ? Member.school(id, regionId) : new Member(Member.Type.PERSON, id, regionId, null);
    }

    static String key(Member.Type type, long id) {
        return (type == Member.Type.SCHOOL ? "s" : "p") + id;
    }

    private static Map<OutcomeKind, Set<Population>> asked(Measure measure) {
        Map<OutcomeKind, Set<Population>> asked = new LinkedHashMap<>();
        for (Indicator indicator : measure.content().indicators()) {
            OutcomeKind kind = indicator.outcome() == null ? OutcomeKind.ATTENDED : indicator.outcome();
            if (MARKED.contains(kind)) {
                asked.computeIfAbsent(kind, any -> new LinkedHashSet<>()).addAll(indicator.populations());
            }
        }
        if (asked.isEmpty()) {
            asked.put(OutcomeKind.ATTENDED, new LinkedHashSet<>());
        }
        asked.values().stream().filter(Set::isEmpty).forEach(of -> of.addAll(EVERYBODY));
        return asked;
    }

    private List<Expected> expected(Set<Population> of, Participants all, List<Candidate> applied, List<Participant> registered, long regionId) {
        Map<Long, School> schools = territory.schools(all.schoolIds());
        Map<Long, Person> people = staff.people(Stream.concat(all.holders().stream().map(Holder::personId), applied.stream().map(Candidate::personId))
            .collect(toSet()));
        Map<Long, String> municipalities = new LinkedHashMap<>();
        territory.municipalitiesOf(regionId).forEach(one -> municipalities.put(one.id(), one.name()));
        Map<String, Expected> expected = new LinkedHashMap<>();
        for (Population population : of) {
            switch (population) {
                case SCHOOLS, TEAMS, RISK_PROFILES -> schools.values().forEach(school -> add(expected, new Expected("s" + school.id(), school.name(),
                    municipalities.get(school.municipalityId()), Member.school(school.id(), school.regionId()), false)));
                case PRINCIPALS -> holders(Role.PRINCIPAL, all, people, schools, municipalities, regionId, expected);
                case CURATORS, PAIRS -> holders(Role.CURATOR, all, people, schools, municipalities, regionId, expected);
                case SCHOOL_COORDINATORS -> holders(Role.SCHOOL_COORDINATOR, all, people, schools, municipalities, regionId, expected);
                case MUNICIPAL_COORDINATORS -> holders(Role.MUNICIPAL_COORDINATOR, all, people, schools, municipalities, regionId, expected);
                case CANDIDATES -> candidates(applied, people, expected);
                case REPRESENTATIVES, MEASURES, MUNICIPALITIES, PUBLICATIONS, EVENTS -> { }
            }
        }
        registered(registered, schools, regionId, expected);
        return List.copyOf(expected.values());
    }

    /** Whoever was registered is expected, whatever the indicators name; one without an account counts for the school. */
    private static void registered(List<Participant> registered, Map<Long, School> schools, long regionId, Map<String, Expected> expected) {
        for (Participant one : registered) {
            School school = one.schoolId() == null ? null : schools.get(one.schoolId());
            if (one.personId() != null) {
                add(expected, new Expected("p" + one.personId(), one.fullName(), school == null ? "" : school.name(),
                    new Member(Member.Type.PERSON, one.personId(), regionId, one.schoolId()), false));
            } else if (school != null) {
                String key = "s" + school.id();
                Expected same = expected.get(key);
                expected.put(key, same == null ? new Expected(key, one.fullName(), school.name(), Member.school(school.id(), school.regionId()), false)
                    : new Expected(key, same.name(), same.about() + ", " + one.fullName(), same.member(), false));
            }
        }
    }

    private void holders(Role role, Participants all, Map<Long, Person> people, Map<Long, School> schools, Map<Long, String> municipalities,
                         long regionId, Map<String, Expected> expected) {
        String roleName = messages.getMessage("territory.role." + role, null, Locale.forLanguageTag("ru"));
        for (Holder holder : all.holding(role)) {
            boolean ofSchool = holder.place().level() == Level.SCHOOL;
            School school = ofSchool ? schools.get(holder.place().id()) : null;
            String where = school != null ? school.name() : municipalities.getOrDefault(holder.place().id(), "");
            add(expected, new Expected("p" + holder.personId(), people.get(holder.personId()).fullName(), roleName + ", " + where,
                new Member(Member.Type.PERSON, holder.personId(), regionId, school == null ? null : school.id()), false));
        }
    }

    private void candidates(List<Candidate> applied, Map<Long, Person> people, Map<String, Expected> expected) {
        String words = messages.getMessage("territory.candidate", null, Locale.forLanguageTag("ru"));
        applied.forEach(candidate -> add(expected, new Expected("p" + candidate.personId(), people.get(candidate.personId()).fullName(), words,
            new Member(Member.Type.PERSON, candidate.personId(), candidate.regionId(), null), false)));
    }

    /** Somebody with several roles stands in the list once, with all of them. */
    private static void add(Map<String, Expected> expected, Expected one) {
        expected.merge(one.key(), one, (first, again) -> first.about().equals(again.about()) ? first
            : new Expected(first.key(), first.name(), first.about() + "; " + again.about(), first.member(), false));
    }

    /** @param kind what is marked */
    public record Sheet(OutcomeKind kind, List<Expected> expected) {}

    /**
     * @param key    names the member in forms
     * @param about  role and place
     * @param marked whether he was marked before
     */
    public record Expected(String key, String name, String about, Member member, boolean marked) {

        Expected marked(boolean is) {
            return new Expected(key, name, about, member, is);
        }
    }
}
