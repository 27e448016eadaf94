package ru.marshrut.schoolyear;

import static java.util.stream.Collectors.toSet;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.StageWork;

/** Schools whose year has begun are asked by its stages, also when it has ended. */
@Component
class StagesRun implements StageWork {

    private final SchoolYears years;

    StagesRun(SchoolYears years) {
        this.years = years;
    }

    @Override
    public Set<Long> runs(OutcomeKind outcome, int year, Collection<Long> schoolIds) {
        boolean left = Arrays.stream(Stage.values()).anyMatch(stage -> stage.outcome().filter(kind -> kind == outcome).isPresent());
        return left ? years.ofSchools(schoolIds, year).values().stream().map(SchoolYear::schoolId).collect(toSet()) : Set.of();
    }
}
