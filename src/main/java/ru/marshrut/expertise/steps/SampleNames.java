package ru.marshrut.expertise.steps;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import ru.marshrut.expertise.SampledSchool;
import ru.marshrut.territory.Municipality;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Territory;

/** Names of sampled schools by municipality, for the coordinator's forms. */
@Component
class SampleNames {

    /** @param id of the sampled school */
    record Named(long id, String school, String municipality) {}

    private final Territory territory;

    SampleNames(Territory territory) {
        this.territory = territory;
    }

    /** By municipality, then by name. */
    List<Named> of(Collection<SampledSchool> sampled) {
        Map<Long, School> schools = territory.schools(sampled.stream().map(SampledSchool::schoolId).toList());
        if (schools.isEmpty()) {
            return List.of();
        }
        Map<Long, String> municipalities = territory.municipalitiesOf(schools.values().iterator().next().regionId()).stream()
            .collect(toMap(Municipality::id, Municipality::name, (one, other) -> one, LinkedHashMap::new));
        return sampled.stream().map(each -> new Named(each.id(), schools.get(each.schoolId()).name(),
                municipalities.get(schools.get(each.schoolId()).municipalityId())))
            .sorted(Comparator.comparing(Named::municipality).thenComparing(Named::school)).toList();
    }
}
