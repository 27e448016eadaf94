package ru.marshrut.schoolyear.monitoring;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Outcomes;
import ru.marshrut.roadmap.Outcomes.Member;
import ru.marshrut.roadmap.Outcomes.Outcome;
import ru.marshrut.roadmap.RoadMapChanged;
import ru.marshrut.roadmap.StageDates;
import ru.marshrut.roadmap.StageDates.StageDate;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.persistence.MonitoringRows.Checked;
import ru.marshrut.schoolyear.persistence.MonitoringRows;
import ru.marshrut.schoolyear.persistence.YearRows.Running;
import ru.marshrut.schoolyear.persistence.YearRows;
import ru.marshrut.territory.School;
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
    private final YearRows years;
    private final MonitoringRows rows;

    CheckedDocuments(Outcomes outcomes, Territory territory, StageDates dates, YearRows years, MonitoringRows rows) {
        this.outcomes = outcomes;
        this.territory = territory;
        this.dates = dates;
        this.years = years;
        this.rows = rows;
    }

    /** @param counts false where the stage is opened again */
    void tell(SchoolYear year, Stage stage, LocalDate on, boolean counts) {
        outcomes.record(facts(given(year), year, stage, on, counts));
    }

    /** A road map that is approved after the check learns of it too. */
    @ApplicationModuleListener
    void on(RoadMapChanged changed) {
        List<Long> running = years.lockRunning(changed.place(), changed.year()).stream().map(Running::id).toList();
        List<Checked> checked = rows.checked(running);
        Map<Long, SchoolYear> byId = years.all(checked.stream().map(Checked::schoolYearId).distinct().toList()).stream()
            .collect(toMap(SchoolYear::id, year -> year));
        Map<Long, School> schools = territory.schools(byId.values().stream().map(SchoolYear::schoolId).toList());
        Map<Long, Map<OutcomeKind, List<StageDate>>> given = new HashMap<>();
        outcomes.record(checked.stream().flatMap(one -> {
            SchoolYear year = byId.get(one.schoolYearId());
            return facts(given.computeIfAbsent(schools.get(year.schoolId()).municipalityId(), id -> dates.of(id, year.year())), year, one.stage(),
                one.checkedOn(), true).stream();
        }).toList());
    }

    private Map<OutcomeKind, List<StageDate>> given(SchoolYear year) {
        return dates.of(territory.school(year.schoolId()).municipalityId(), year.year());
    }

    private static List<Outcome> facts(Map<OutcomeKind, List<StageDate>> given, SchoolYear year, Stage stage, LocalDate on, boolean counts) {
        return given.getOrDefault(OutcomeKind.DOCUMENTS_CHECKED, List.of()).stream().filter(check -> stageOf(check, given) == stage)
            .map(check -> new Outcome(OutcomeKind.DOCUMENTS_CHECKED, Member.school(year.schoolId(), year.regionId()), year.year(), check.measureId(),
                on, counts)).toList();
    }

    private static Stage stageOf(StageDate check, Map<OutcomeKind, List<StageDate>> given) {
        boolean second = given.getOrDefault(OutcomeKind.MONITORING_2_PLACED, List.of()).stream()
            .anyMatch(placed -> !placed.dueOn().isAfter(check.dueOn()));
        return second ? Stage.MONITORING_2 : Stage.MONITORING_1;
    }
}
