package ru.marshrut.expertise.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.SampledSchool;
import ru.marshrut.expertise.Samples;
import ru.marshrut.expertise.SchoolCheck;
import ru.marshrut.expertise.experts.Pool;
import ru.marshrut.expertise.experts.Pools;
import ru.marshrut.expertise.persistence.AssignmentRows;
import ru.marshrut.expertise.web.ExpertsView.Barred;
import ru.marshrut.expertise.web.ExpertsView.CheckLine;
import ru.marshrut.expertise.web.ExpertsView.ExpertLine;
import ru.marshrut.expertise.web.ExpertsView.Handing;
import ru.marshrut.expertise.web.ExpertsView.SchoolLine;
import ru.marshrut.territory.Municipality;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/** Puts together who checks what: a fixed number of statements for any number of schools. */
@Component
class ExpertsViews {

    private final Samples samples;
    private final AssignmentRows rows;
    private final Pools pools;
    private final Territory territory;
    private final Staff staff;

    ExpertsViews(Samples samples, AssignmentRows rows, Pools pools, Territory territory, Staff staff) {
        this.samples = samples;
        this.rows = rows;
        this.pools = pools;
        this.territory = territory;
        this.staff = staff;
    }

    ExpertsView of(Expertise expertise) {
        Known known = known(expertise);
        Map<Long, List<SchoolCheck>> byExpert = known.checks().values().stream().flatMap(List::stream).filter(check -> check.expertId() != null)
            .collect(groupingBy(SchoolCheck::expertId));
        List<SchoolLine> lines = known.sample().stream().map(school -> line(expertise, school, known))
            .sorted(Comparator.comparing(SchoolLine::municipality).thenComparing(SchoolLine::name)).toList();
        return new ExpertsView(known.pool().experts().stream().map(expert -> new ExpertLine(expert, known.pool().load(expert.personId()),
                byExpert.getOrDefault(expert.personId(), List.of()).stream().filter(SchoolCheck::isDone).count())).toList(),
            lines, known.sample().stream().flatMap(school -> barred(school, known).stream()).sorted(Comparator.comparing(Barred::expert)
                .thenComparing(Barred::school)).toList(), lines.stream().filter(SchoolLine::isProblem).count());
    }

    /** The form for one check; empty where it is done, gone or not of this expertise. */
    Optional<Handing> handing(Expertise expertise, long checkId) {
        Known known = known(expertise);
        return known.checks().values().stream().flatMap(List::stream).filter(check -> check.id() == checkId && !check.isDone()).findFirst().map(check -> {
            SampledSchool school = known.sample().stream().filter(one -> one.id() == check.sampledSchoolId()).findFirst().orElseThrow();
            List<ExpertLine> allowed = known.pool().allowed(school.schoolId(), known.checks().get(school.id())).stream()
                .map(expert -> new ExpertLine(expert, known.pool().load(expert.personId()), 0)).toList();
            return new Handing(checkId, check.number(), known.school(school).name(), known.name(check.expertId()), allowed, barred(school, known));
        });
    }

    private Known known(Expertise expertise) {
        List<SampledSchool> sample = samples.of(expertise.id());
        Map<Long, List<SchoolCheck>> checks = rows.of(expertise.id());
        Collection<Long> schoolIds = sample.stream().map(SampledSchool::schoolId).toList();
        Pool pool = pools.of(expertise, schoolIds);
        Set<Long> people = checks.values().stream().flatMap(List::stream).map(SchoolCheck::expertId).filter(Objects::nonNull).collect(toSet());
        pool.experts().forEach(expert -> people.add(expert.personId()));
        return new Known(sample, checks, pool, territory.schools(schoolIds), territory.municipalitiesOf(expertise.regionId()).stream()
            .collect(toMap(Municipality::id, Municipality::name)), staff.people(people));
    }

    private static SchoolLine line(Expertise expertise, SampledSchool school, Known known) {
        List<CheckLine> checks = new ArrayList<>();
        List<SchoolCheck> own = known.checks().getOrDefault(school.id(), List.of());
        own.forEach(check -> checks.add(new CheckLine(check.id(), check.number(), known.name(check.expertId()), check.isDone(),
            check.returnComment() != null, known.pool().mustBeReassigned(school.schoolId(), check),
            check.expertId() == null ? Set.of() : known.pool().bars(school.schoolId(), check.expertId()))));
        int given = (int) own.stream().filter(check -> !check.settlesDispute() && check.expertId() != null).count();
        int missing = expertise.status() == Expertise.Status.SAMPLING ? 0 : Math.max(0, expertise.expertsPerSchool() - given);
        return new SchoolLine(school.id(), known.school(school).name(), known.municipalities().get(known.school(school).municipalityId()), checks, missing,
            missing > 0 ? barred(school, known) : List.of());
    }

    private static List<Barred> barred(SampledSchool school, Known known) {
        return known.pool().experts().stream().filter(expert -> !known.pool().bars(school.schoolId(), expert.personId()).isEmpty())
            .map(expert -> new Barred(expert.fullName(), known.school(school).name(), known.pool().bars(school.schoolId(), expert.personId()))).toList();
    }

    /** What the lines are made from, read once. */
    private record Known(List<SampledSchool> sample, Map<Long, List<SchoolCheck>> checks, Pool pool, Map<Long, School> schools,
                         Map<Long, String> municipalities, Map<Long, Person> people) {

        School school(SampledSchool sampled) {
            return schools.get(sampled.schoolId());
        }

        String name(Long personId) {
            return personId == null ? null : people.get(personId).fullName();
        }
    }
}
