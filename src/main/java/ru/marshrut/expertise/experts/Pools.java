package ru.marshrut.expertise.experts;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.SchoolCheck;
import ru.marshrut.expertise.persistence.AssignmentRows;
import ru.marshrut.expertise.persistence.ExpertRows;
import ru.marshrut.expertise.persistence.ExpertRows.Barred;
import ru.marshrut.territory.Territory;

/** Reads the pool of an expertise: a fixed number of statements for any number of schools and experts. */
@Component
@Transactional(readOnly = true)
public class Pools {

    private final ExpertRows rows;
    private final AssignmentRows checks;
    private final Territory territory;
    private final Clock clock;

    Pools(ExpertRows rows, AssignmentRows checks, Territory territory, Clock clock) {
        this.rows = rows;
        this.checks = checks;
        this.territory = territory;
        this.clock = clock;
    }

    /** Whoever curated or worked in a school in the expertise's year is barred as well as who does it now or until the checks end. */
    public Pool of(Expertise expertise, Collection<Long> schoolIds) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), territory.region(expertise.regionId()).zone());
        LocalDate last = Stream.of(LocalDate.of(expertise.year(), 12, 31), expertise.checkUntil(), today).max(Comparator.naturalOrder()).orElseThrow();
        List<Expert> experts = rows.pool(expertise.id(), expertise.regionId(), today);
        Set<Long> people = new HashSet<>(experts.stream().map(Expert::personId).toList());
        checks.of(expertise.id()).values().stream().flatMap(List::stream).map(SchoolCheck::expertId).forEach(people::add);
        people.remove(null);
        List<Barred> bars = rows.bars(expertise.regionId(), schoolIds, people, LocalDate.of(expertise.year(), 1, 1), last, today);
        return new Pool(experts, bars.stream().collect(groupingBy(Barred::schoolId, groupingBy(Barred::personId,
            mapping(Barred::bar, toCollection(() -> EnumSet.noneOf(Bar.class)))))), checks.loads(expertise.id()));
    }
}
