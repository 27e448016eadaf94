package ru.marshrut.schoolyear.monitoring;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Outcomes;
import ru.marshrut.roadmap.Outcomes.Member;
import ru.marshrut.roadmap.Outcomes.Outcome;
import ru.marshrut.roadmap.StageDates;
import ru.marshrut.roadmap.StageDates.StageDate;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.territory.Territory;

/**
 * Tells the road maps that the curator has checked a stage's documents. «Экспертиза документов» stands once after each stage (seed 002, rows
 * 8 and 18), so what was checked is told to the measures of that stage only: those that end before the date of the second stage are the first one's.
 */
@Component
class CheckedDocuments {

    private final Outcomes outcomes;
    private final Territory territory;
    private final StageDates dates;

    CheckedDocuments(Outcomes outcomes, Territory territory, StageDates dates) {
        this.outcomes = outcomes;
        this.territory = territory;
        this.dates = dates;
    }

    /** @param counts false where the stage is opened again */
    void tell(SchoolYear year, Stage stage, LocalDate on, boolean counts) {
        Map<OutcomeKind, List<StageDate>> given = dates.of(territory.school(year.schoolId()).municipalityId(), year.year());
        outcomes.record(given.getOrDefault(OutcomeKind.DOCUMENTS_CHECKED, List.of()).stream().filter(check -> stageOf(check, given) == stage)
            .map(check -> new Outcome(OutcomeKind.DOCUMENTS_CHECKED, Member.school(year.schoolId(), year.regionId()), year.year(), check.measureId(),
                on, counts)).toList());
    }

    private static Stage stageOf(StageDate check, Map<OutcomeKind, List<StageDate>> given) {
        boolean second = given.getOrDefault(OutcomeKind.MONITORING_2_PLACED, List.of()).stream()
            .anyMatch(placed -> !placed.dueOn().isAfter(check.dueOn()));
        return second ? Stage.MONITORING_2 : Stage.MONITORING_1;
    }
}
