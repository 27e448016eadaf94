package ru.marshrut.expertise.sample;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Territory;

/** The schools of a region that take part today; a fixed number of statements for any number of schools. */
@Component
class Population {

    private final Territory territory;
    private final SchoolYears years;
    private final Clock clock;

    Population(Territory territory, SchoolYears years, Clock clock) {
        this.territory = territory;
        this.years = years;
        this.clock = clock;
    }

    /** In the order of their numbers. */
    List<Candidate> of(Expertise expertise) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), territory.region(expertise.regionId()).zone());
        List<School> schools = territory.schoolsWithin(Place.region(expertise.regionId()));
        List<Long> ids = schools.stream().map(School::id).sorted().toList();
        Map<Long, SchoolYear> taking = years.ofSchools(ids, expertise.year());
        Map<Long, Set<String>> risks = expertise.byRisk() ? territory.activatedRisks(ids, expertise.year()) : Map.of();
        return schools.stream().filter(school -> taking.containsKey(school.id()) && takesPart(taking.get(school.id()), today))
            .map(school -> new Candidate(school.id(), taking.get(school.id()).id(), school.municipalityId(),
                1 + risks.getOrDefault(school.id(), Set.of()).size()))
            .sorted(Comparator.comparingLong(Candidate::schoolId)).toList();
    }

    private static boolean takesPart(SchoolYear year, LocalDate today) {
        return year.status() != SchoolYear.Status.LEFT && year.status() != SchoolYear.Status.MERGED && !year.startedOn().isAfter(today);
    }
}
