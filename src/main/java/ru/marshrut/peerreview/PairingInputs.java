package ru.marshrut.peerreview;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ru.marshrut.peerreview.pairing.DeclaredConflict;
import ru.marshrut.peerreview.pairing.PairingInput;
import ru.marshrut.peerreview.pairing.Participant;
import ru.marshrut.peerreview.pairing.SchoolPair;
import ru.marshrut.peerreview.pairing.Weights;
import ru.marshrut.peerreview.persistence.RoundRows;
import ru.marshrut.peerreview.persistence.RoundRows.RuleKind;
import ru.marshrut.territory.Municipality;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/** Gathers what the pairing of a round looks at: a fixed number of statements, however many schools there are. */
@Component
class PairingInputs {

    private final RoundRows rounds;
    private final Territory territory;
    private final Staff staff;
    private final Clock clock;

    PairingInputs(RoundRows rounds, Territory territory, Staff staff, Clock clock) {
        this.rounds = rounds;
        this.territory = territory;
        this.staff = staff;
        this.clock = clock;
    }

    PairingInput of(Round round, Collection<Long> schoolIds) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), round.zone());
        Map<Long, String> municipalities = territory.municipalitiesOf(round.regionId()).stream().collect(toMap(Municipality::id, Municipality::name));
        Map<Long, Set<String>> risks = territory.activatedRisks(schoolIds, round.year());
        Map<Long, List<Person>> curators = staff.appointed(Role.CURATOR, schoolIds, today);
        Map<Long, Set<Long>> employed = staff.employedAt(schoolIds);
        Map<Long, String> curatorNames = new HashMap<>();
        curators.values().stream().flatMap(List::stream).forEach(curator -> curatorNames.put(curator.id(), curator.fullName()));
        List<Participant> participants = territory.schools(schoolIds).values().stream()
            .map(school -> participant(school, municipalities, risks, curators, employed)).toList();
        List<RoundRows.Rule> rules = rounds.rules(round.id());
        return new PairingInput(participants, territory.riskDirections(), curatorNames,
            rounds.lastYear(schoolIds, round.year()).stream().map(pair -> SchoolPair.of(pair.schoolId(), pair.otherSchoolId())).collect(toSet()),
            territory.conflictsAmong(schoolIds).stream()
                .map(conflict -> new DeclaredConflict(SchoolPair.of(conflict.schoolId(), conflict.otherSchoolId()), conflict.reason())).toList(),
            pairs(rules, RuleKind.CONSENT).collect(toSet()),
            pairs(rules, RuleKind.FIXED).map(pair -> Set.of(pair.first(), pair.second())).toList(),
            pairs(rules, RuleKind.FORBIDDEN).collect(toSet()),
            Weights.standard());
    }

    private static Participant participant(School school, Map<Long, String> municipalities, Map<Long, Set<String>> risks,
                                           Map<Long, List<Person>> curators, Map<Long, Set<Long>> employed) {
        return new Participant(school.id(), school.name(), school.municipalityId(), municipalities.get(school.municipalityId()),
            school.settlement(), risks.getOrDefault(school.id(), Set.of()),
            curators.getOrDefault(school.id(), List.of()).stream().map(Person::id).collect(toSet()),
            employed.getOrDefault(school.id(), Set.of()));
    }

    private static Stream<SchoolPair> pairs(List<RoundRows.Rule> rules, RuleKind kind) {
        return rules.stream().filter(rule -> rule.kind() == kind).map(rule -> SchoolPair.of(rule.schoolId(), rule.otherSchoolId()));
    }
}
