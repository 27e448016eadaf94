package ru.marshrut.schoolyear.monitoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.StageCourse;
import ru.marshrut.schoolyear.StageStanding;
import ru.marshrut.schoolyear.persistence.MonitoringRows;
import ru.marshrut.schoolyear.programme.ProgrammeMeasure;
import ru.marshrut.schoolyear.programme.Programmes;
import ru.marshrut.territory.Territory;

/** What a school reports on in a monitoring stage, and how it stands. Access is the caller's business. */
@Service
@Transactional(readOnly = true)
public class MonitoringLines implements MonitoringResults {

    private final SchoolYears years;
    private final StageCourse course;
    private final Territory territory;
    private final Programmes programmes;
    private final MonitoringRows rows;

    MonitoringLines(SchoolYears years, StageCourse course, Territory territory, Programmes programmes, MonitoringRows rows) {
        this.years = years;
        this.course = course;
        this.territory = territory;
        this.programmes = programmes;
        this.rows = rows;
    }

    /** The activated directions in their published order, the measures of the programme under theirs; what belongs to none comes last. */
    public List<Line> all(long yearId, Stage stage) {
        SchoolYear year = years.get(yearId);
        Map<String, Report> reports = rows.latest(yearId, stage);
        Map<String, Report> before = stage == Stage.MONITORING_2 ? rows.latest(yearId, Stage.MONITORING_1) : Map.of();
        LocalDate last = lastDay(yearId, stage);
        List<Line> lines = new ArrayList<>();
        for (Item item : items(year)) {
            Report report = reports.get(item.key());
            Report earlier = before.get(item.key());
            boolean provenBefore = report == null && item.isMeasure() && earlier != null && earlier.isProven();
            lines.add(new Line(item, report, provenBefore ? earlier : null, item.to() != null && item.to().isAfter(last)));
        }
        return lines;
    }

    /** Whether the slot of an item takes files: the stage's work is open, and the school owes a report on it. */
    boolean takesFiles(SchoolYear year, Stage stage, String key) {
        StageStanding standing = years.standing(year.id(), stage);
        return year.isRunning() && standing.openedOn() != null && standing.doneOn() == null
            && all(year.id(), stage).stream().anyMatch(line -> line.item().key().equals(key) && line.isOwed());
    }

    @Override
    public Result of(long yearId, Stage stage) {
        years.get(yearId);
        return rows.placement(yearId, stage).map(placement -> new Result(yearId, stage, true, rows.results(placement.id())))
            .orElseGet(() -> new Result(yearId, stage, false, rows(all(yearId, stage))));
    }

    @Override
    public Map<Long, Report> reports(Result result) {
        return rows.reports(result.rows().stream().map(Row::reportId).filter(Objects::nonNull).toList());
    }

    /** The measures among the lines, with what is counted of them. */
    static List<Row> rows(List<Line> lines) {
        return lines.stream().filter(line -> line.item().isMeasure()).map(line -> {
            Item item = line.item();
            Report by = line.earlier() == null ? line.report() : line.earlier();
            return new Row(item.measureId(), item.direction(), item.title(), item.to(), line.standing(), by == null ? null : by.id());
        }).toList();
    }

    /** The last day of the stage, where no road map gives one today: what is due later is not asked for yet. */
    private LocalDate lastDay(long yearId, Stage stage) {
        LocalDate last = years.standing(yearId, stage).lastDay();
        return last == null ? course.today(yearId) : last;
    }

    private List<Item> items(SchoolYear year) {
        Map<String, String> names = territory.riskDirections();
        Set<String> activated = territory.activatedRisks(List.of(year.schoolId()), year.year()).getOrDefault(year.schoolId(), Set.of());
        List<ProgrammeMeasure> measures = programmes.measuresOf(year.id());
        Set<Item> items = new LinkedHashSet<>();
        names.forEach((code, name) -> {
            if (activated.contains(code)) {
                items.add(Item.ofDirection(code, name));
                measures.stream().filter(measure -> code.equals(measure.direction())).map(Item::ofMeasure).forEach(items::add);
            }
        });
        measures.stream().map(Item::ofMeasure).forEach(items::add);
        return List.copyOf(items);
    }
}
