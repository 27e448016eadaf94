package ru.marshrut.schoolyear.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import ru.marshrut.access.SeenPlaces;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.documents.office.Texts;
import ru.marshrut.documents.office.Workbook;
import ru.marshrut.documents.office.Workbook.Column;
import ru.marshrut.schoolyear.CuratorFigures;
import ru.marshrut.schoolyear.CuratorFigures.Figures;
import ru.marshrut.shared.Days;
import ru.marshrut.shared.NotYours;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/** Figures of the curators' work: for coordinators by curator, each opened down to what it is counted from; a curator sees his own. */
@Controller
class CuratorsPage {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final CuratorFigures figures;
    private final SeenPlaces places;
    private final Territory territory;
    private final Staff staff;
    private final Viewers viewers;
    private final MessageSource messages;
    private final Clock clock;

    CuratorsPage(CuratorFigures figures, SeenPlaces places, Territory territory, Staff staff, Viewers viewers, MessageSource messages, Clock clock) {
        this.figures = figures;
        this.places = places;
        this.territory = territory;
        this.staff = staff;
        this.viewers = viewers;
        this.messages = messages;
        this.clock = clock;
    }

    /** Which figures are asked for. */
    private record Asked(Place place, int year, LocalDate on, LocalDate today) {}

    @GetMapping("/curators")
    String list(@RequestParam(defaultValue = "") String place, @RequestParam(required = false) Integer year,
                @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on, Model model) {
        Viewer viewer = viewers.current();
        Asked asked = asked(places.shown(viewer, place), year, on);
        show(asked, model);
        model.addAttribute("places", places.choices(viewer, asked.place()));
        model.addAttribute("lines", figures.within(asked.place(), asked.year(), asked.on()));
        model.addAttribute("total", figures.total(asked.place(), asked.year(), asked.on()));
        return "schoolyear/curators";
    }

    /** The curator himself sees all his schools, a coordinator those of a place of his. */
    @GetMapping("/curators/{personId:\\d{1,18}}")
    String one(@PathVariable long personId, @RequestParam(defaultValue = "") String place, @RequestParam(required = false) Integer year,
               @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on, Model model) {
        Viewer viewer = viewers.current();
        boolean own = viewer.personId() == personId && place.isEmpty();
        Asked asked = asked(own ? Place.FEDERATION : places.shown(viewer, place), year, on);
        Figures line = figures.of(personId, asked.place(), asked.year(), asked.on());
        if (!own && line.name() == null) {
            throw new NotYours("curator", personId);
        }
        CuratorFigures.Rows rows = figures.rows(personId, asked.place(), asked.year(), asked.on());
        Set<Long> schools = new LinkedHashSet<>(Stream.of(rows.decisions().stream().map(CuratorFigures.Decided::schoolId),
            rows.visits().stream().map(CuratorFigures.Visited::schoolId), rows.messages().stream().map(CuratorFigures.Asked::schoolId))
            .flatMap(ids -> ids).toList());
        Person curator = staff.person(personId);
        show(asked, model);
        model.addAttribute("own", own);
        model.addAttribute("curator", curator);
        model.addAttribute("line", line);
        model.addAttribute("rows", rows);
        model.addAttribute("schools", territory.schools(schools));
        return "schoolyear/curator";
    }

    @GetMapping("/curators.xlsx")
    void workbook(@RequestParam(defaultValue = "") String place, @RequestParam(required = false) Integer year,
                  @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on, HttpServletResponse response)
            throws IOException {
        Asked asked = asked(places.shown(viewers.current(), place), year, on);
        Texts texts = new Texts(messages, "schoolyear.curators", zone(asked.place()));
        List<Column> columns = List.of(new Column(texts.of("column.curator"), 36), new Column(texts.of("column.schools"), 10),
            new Column(texts.of("column.decisions"), 12), new Column(texts.of("column.commented"), 16), new Column(texts.of("column.planned"), 14),
            new Column(texts.of("column.held"), 14), new Column(texts.of("column.heldShare"), 14), new Column(texts.of("column.answers"), 12),
            new Column(texts.of("column.median"), 16), new Column(texts.of("column.unanswered"), 14));
        response.setContentType(XLSX);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
            .filename(texts.of("fileName", String.valueOf(asked.year()), asked.on().toString()), StandardCharsets.UTF_8).build().toString());
        try (Workbook workbook = new Workbook(texts.of("title"), texts, clock.instant())) {
            Workbook.Sheet sheet = workbook.sheet(texts.of("sheet"), texts.of("title"),
                texts.of("subtitle", places.name(asked.place()), String.valueOf(asked.year()), texts.day(asked.on())), PrintSetup.A4_PAPERSIZE, 1, columns);
            figures.within(asked.place(), asked.year(), asked.on()).forEach(line -> write(line, line.name(), sheet.line(), texts));
            write(figures.total(asked.place(), asked.year(), asked.on()), texts.of("total"), sheet.line(), texts);
            sheet.end();
            workbook.writeTo(response.getOutputStream());
        }
    }

    private static void write(Figures line, String name, Workbook.Line cells, Texts texts) {
        cells.text(name).number(line.schools()).number(line.commented().whole()).share(line.commented().part(), line.commented().whole())
            .number(line.visits().whole()).number(line.visits().part()).share(line.visits().part(), line.visits().whole()).number(line.answers());
        line.medianDays().ifPresentOrElse(days -> cells.text(days(days)), () -> cells.missing(texts.of("noData")));
        cells.number(line.unanswered());
    }

    private void show(Asked asked, Model model) {
        model.addAttribute("place", asked.place().key());
        model.addAttribute("placeName", places.name(asked.place()));
        model.addAttribute("year", asked.year());
        model.addAttribute("on", asked.on());
        model.addAttribute("today", asked.today());
    }

    private Asked asked(Place place, Integer year, LocalDate on) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone(place));
        return new Asked(place, year == null || !Days.canBeMeant(year) ? today.getYear() : year, on == null || on.isAfter(today) ? today : on, today);
    }

    private ZoneId zone(Place place) {
        return place.level() == Level.FEDERATION ? Viewers.FEDERATION_ZONE
            : territory.region(place.level() == Level.REGION ? place.id() : territory.municipality(place.id()).regionId()).zone();
    }

    /** «2», «2,5» */
    private static String days(double days) {
        return days == Math.rint(days) ? String.valueOf((long) days) : String.valueOf(days).replace('.', ',');
    }
}
