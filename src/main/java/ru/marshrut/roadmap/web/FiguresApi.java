package ru.marshrut.roadmap.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.roadmap.IndicatorKind;
import ru.marshrut.roadmap.Indicators;
import ru.marshrut.roadmap.Indicators.Names;
import ru.marshrut.roadmap.Indicators.Period;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.MonitoringReports;
import ru.marshrut.roadmap.MonitoringReports.Frozen;
import ru.marshrut.roadmap.Population;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.RoadMapAccess;
import ru.marshrut.roadmap.figures.MapStanding;
import ru.marshrut.roadmap.figures.MapStanding.MeasureStanding;
import ru.marshrut.roadmap.figures.MapStandings;
import ru.marshrut.shared.NotYours;

/** Figures of a road map for programs, as of any day: what its page shows. */
@RestController
@RequestMapping("/api/road-maps/{id:\\d+}")
@Tag(name = "Показатели дорожной карты", description = "Факт против плана на любую дату, имена за каждой цифрой, зафиксированные отчёты")
class FiguresApi {

    record FiguresAnswer(long roadMap, LocalDate on, Instant knownAt, boolean allSchoolsCount, List<MeasureFigures> measures) {}

    record MeasureFigures(long id, String number, String title, Measure.State state, LocalDate since, LocalDate lastDay, boolean overdue,
                         List<FigureAnswer> indicators) {}

    record FigureAnswer(IndicatorKind kind, List<Population> populations, BigDecimal target, BigDecimal fact, int counted, int of, boolean reached) {}

    /** @param hidden names that the one who asks may not see */
    record NamesAnswer(List<Indicators.Name> counted, List<Indicators.Name> missing, int hidden, List<Period> periods) {}

    private final RoadMapAccess access;
    private final MapStandings standings;
    private final Indicators indicators;
    private final MonitoringReports reports;
    private final VisibleNames visible;
    private final ReportFiles files;
    private final AskedDay.Reading days;
    private final Viewers viewers;

    FiguresApi(RoadMapAccess access, MapStandings standings, Indicators indicators, MonitoringReports reports, VisibleNames visible,
               ReportFiles files, AskedDay.Reading days, Viewers viewers) {
        this.access = access;
        this.standings = standings;
        this.indicators = indicators;
        this.reports = reports;
        this.visible = visible;
        this.files = files;
        this.days = days;
        this.viewers = viewers;
    }

    @GetMapping("/figures")
    @Operation(summary = "Показатели всех мероприятий на дату",
        description = "on: дата, по умолчанию сегодня. known=then: как было известно в конце этого дня, иначе как известно сейчас.")
    FiguresAnswer figures(@PathVariable long id, @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
                          @RequestParam(required = false) String known) {
        RoadMap map = approved(id, viewers.current());
        AskedDay day = days.of(map, on, known);
        MapStanding standing = standings.of(map, day.on(), day.knownAt());
        return new FiguresAnswer(id, day.on(), day.knownAt(), standing.assumed(), standing.measures().stream().map(FiguresApi::answer).toList());
    }

    @GetMapping("/measures/{measureId}/indicators/{indicator}/names")
    @Operation(summary = "Кто уже учтён и кого не хватает", description = "indicator: номер показателя в мероприятии, с нуля. Имена только тех, кого вы можете видеть.")
    NamesAnswer names(@PathVariable long id, @PathVariable long measureId, @PathVariable int indicator,
                      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
                      @RequestParam(required = false) String known) {
        Viewer viewer = viewers.current();
        RoadMap map = approved(id, viewer);
        AskedDay day = days.of(map, on, known);
        Measure measure = standings.of(map, day.on(), day.knownAt()).measures().stream().map(MeasureStanding::measure)
            .filter(one -> one.id() == measureId && indicator >= 0 && indicator < one.content().indicators().size()).findFirst()
            .orElseThrow(() -> new NotYours("indicator", measureId + "/" + indicator));
        Names all = indicators.names(measure.id(), indicator, day.on(), day.knownAt(), MeasurePage.MOST_NAMES);
        Names names = visible.of(all, map, viewer);
        return new NamesAnswer(names.counted(), names.missing(),
            all.counted().size() + all.missing().size() - names.counted().size() - names.missing().size(),
            indicators.periods(measure.id(), indicator, day.on(), day.knownAt()));
    }

    @GetMapping("/reports")
    @Operation(summary = "Зафиксированные отчёты", description = "Файлы: report.xlsx и report.docx с on=дата и known=frozen.")
    List<Frozen> reports(@PathVariable long id) {
        return reports.frozen(approved(id, viewers.current()).id());
    }

    @PostMapping("/reports")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Зафиксировать отчёт", description = "Запомнить то, что известно сейчас о дне on. Зафиксированный отчёт не меняется.")
    void freeze(@PathVariable long id, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on) {
        files.freeze(id, on);
    }

    @GetMapping("/report.xlsx")
    @Operation(summary = "Отчёт на дату, таблица", description = "known: then или frozen, см. показатели и зафиксированные отчёты.")
    void workbook(@PathVariable long id, @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
                  @RequestParam(required = false) String known, HttpServletResponse response) throws IOException {
        files.workbook(id, on, known, response);
    }

    @GetMapping("/report.docx")
    @Operation(summary = "Отчёт на дату, документ", description = "known: then или frozen, см. показатели и зафиксированные отчёты.")
    void document(@PathVariable long id, @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
                  @RequestParam(required = false) String known, HttpServletResponse response) throws IOException {
        files.document(id, on, known, response);
    }

    private RoadMap approved(long id, Viewer viewer) {
        RoadMap map = access.seen(id, viewer);
        if (!map.isApproved()) {
            throw new NotYours(RoadMapAccess.SUBJECT, id);
        }
        return map;
    }

    private static MeasureFigures answer(MeasureStanding one) {
        Measure measure = one.measure();
        return new MeasureFigures(measure.id(), measure.content().number(), measure.content().title(), one.state(), one.since(), one.lastDay(),
            one.overdue(), one.figures().stream().map(figure -> new FigureAnswer(figure.indicator().kind(), figure.indicator().populations(),
                figure.indicator().target(), figure.fact(), figure.counted(), figure.of(), figure.reached())).collect(Collectors.toList()));
    }
}
