package ru.marshrut.simulation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.marshrut.access.Viewers;
import ru.marshrut.dashboard.ProgrammePanel;
import ru.marshrut.dashboard.Station;
import ru.marshrut.roadmap.Indicators;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.schoolyear.CuratorFigures;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.StageStanding;
import ru.marshrut.schoolyear.monitoring.MonitoringResults;
import ru.marshrut.simulation.MadeCountry.MadeRegion;
import ru.marshrut.territory.Place;

/** Where the schools stand, as the product tells it: by its read models, figures and indicators. */
class EndState {

    private final SchoolYears years;
    private final MonitoringResults results;
    private final ProgrammePanel panel;
    private final CuratorFigures curators;
    private final RoadMaps roadMaps;
    private final Indicators indicators;
    private final Viewers viewers;
    private final JdbcClient jdbc;
    private final Clock clock;

    EndState(SchoolYears years, MonitoringResults results, ProgrammePanel panel, CuratorFigures curators, RoadMaps roadMaps, Indicators indicators,
             Viewers viewers, JdbcClient jdbc, Clock clock) {
        this.years = years;
        this.results = results;
        this.panel = panel;
        this.curators = curators;
        this.roadMaps = roadMaps;
        this.indicators = indicators;
        this.viewers = viewers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    SortedMap<String, Object> asOf(LocalDate today, List<MadeRegion> regions) {
        SortedMap<String, Object> told = new TreeMap<>();
        told.put("tasks done", jdbc.sql("select count(*) from task_view where completed").query(Long.class).single());
        for (int n = 0; n < regions.size(); n++) {
            region("region " + n, regions.get(n), today, told);
        }
        return told;
    }

    private void region(String name, MadeRegion region, LocalDate today, SortedMap<String, Object> told) {
        Map<Long, SchoolYear> all = years.ofSchools(region.schools(), SimulatedYear.YEAR);
        Map<Long, List<StageStanding>> standings = years.standings(all.values().stream().map(SchoolYear::id).toList());
        all.values().forEach(year -> school("school " + year.schoolId(), year, standings.get(year.id()), told));
        panel.of(viewers.of(region.regional()), null, SimulatedYear.YEAR).stages().stream()
            .filter(line -> line.count() > 0 && Station.valueOf(line.code()) != Station.WITHOUT_YEAR)
            .forEach(line -> told.put(name + " stands at " + line.code(), line.count() + ", late " + line.late()));
        CuratorFigures.Figures figures = curators.total(Place.region(region.id()), SimulatedYear.YEAR, today);
        told.put(name + " decisions with a comment", figures.commented().part() + " of " + figures.commented().whole());
        told.put(name + " visits held", figures.visits().part() + " of " + figures.visits().whole());
        roadMaps.within(Place.region(region.id()), SimulatedYear.YEAR).forEach(map -> indicators(name, map, today, told));
    }

    private void indicators(String name, RoadMap map, LocalDate today, SortedMap<String, Object> told) {
        Map<Long, List<Indicators.Figure>> figures = indicators.figures(map.id(), today, clock.instant());
        for (Measure measure : roadMaps.measures(map.id())) {
            OutcomeKind kind = indicators.counted(measure, 0);
            for (Stage stage : Stage.values()) {
                Indicators.Figure figure = figures.get(measure.id()).get(0);
                if (stage.outcome().filter(outcome -> outcome == kind).isPresent() && figure.counted() > 0) {
                    told.put(name + " indicator of " + stage, figure.counted());
                }
            }
        }
    }

    private void school(String name, SchoolYear year, List<StageStanding> standings, SortedMap<String, Object> told) {
        told.put(name + " status", year.status().name());
        for (StageStanding at : standings) {
            told.put(name + " " + at.stage(), "last day " + at.lastDay() + ", done " + at.doneOn() + ", late " + at.late() + ", reopened " + at.reopened());
            if (at.doneOn() != null && (at.stage() == Stage.MONITORING_1 || at.stage() == Stage.MONITORING_2)) {
                MonitoringResults.Result result = results.of(year.id(), at.stage());
                told.put(name + " " + at.stage() + " share", result.proven() + " of " + result.planned());
            }
        }
    }
}
