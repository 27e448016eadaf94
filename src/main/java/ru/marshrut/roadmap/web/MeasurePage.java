package ru.marshrut.roadmap.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.audit.Subject;
import ru.marshrut.documents.Documents;
import ru.marshrut.roadmap.Approvals;
import ru.marshrut.roadmap.Evidence;
import ru.marshrut.roadmap.Indicators.Names;
import ru.marshrut.roadmap.Indicators;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.RoadMapAccess;
import ru.marshrut.roadmap.figures.MapStanding.MeasureStanding;
import ru.marshrut.roadmap.figures.MapStandings;
import ru.marshrut.roadmap.persistence.EventRows;
import ru.marshrut.roadmap.report.ReportTexts;
import ru.marshrut.roadmap.running.MeasureFiles;
import ru.marshrut.roadmap.running.MeasureLog;
import ru.marshrut.roadmap.running.MeasureRuns;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Histories;

/** A measure: its words, where it stands, who counts and who is missing, its log and history. */
@Controller
@RequestMapping("/road-maps/{id:\\d+}/measures/{measureId:\\d+}")
class MeasurePage {

    /** Names of each kind on the page; the download of a report is for more. */
    static final int MOST_NAMES = 500;

    private final RoadMapAccess access;
    private final Approvals approvals;
    private final MapStandings standings;
    private final Indicators indicators;
    private final VisibleNames visible;
    private final Turns turns;
    private final MeasureLog log;
    private final EventRows events;
    private final Documents documents;
    private final Histories histories;
    private final AskedDay.Reading days;
    private final Viewers viewers;
    private final MessageSource messages;

    MeasurePage(RoadMapAccess access, Approvals approvals, MapStandings standings, Indicators indicators, VisibleNames visible, Turns turns,
                MeasureLog log, EventRows events, Documents documents, Histories histories, AskedDay.Reading days, Viewers viewers, MessageSource messages) {
        this.access = access;
        this.approvals = approvals;
        this.standings = standings;
        this.indicators = indicators;
        this.visible = visible;
        this.turns = turns;
        this.log = log;
        this.events = events;
        this.documents = documents;
        this.histories = histories;
        this.days = days;
        this.viewers = viewers;
        this.messages = messages;
    }

    @GetMapping
    String show(@PathVariable long id, @PathVariable long measureId, @RequestParam(required = false) Integer indicator,
                @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
                @RequestParam(required = false) String known, Model model) {
        Viewer viewer = viewers.current();
        RoadMap map = access.seen(id, viewer);
        AskedDay day = days.of(map, on, known);
        MeasureStanding standing = standing(map, measureId, day);
        Measure measure = standing.measure();
        boolean coordinates = access.coordinates(map, viewer);
        boolean seesAll = visible.seesAll(map, viewer);
        model.addAttribute("map", map);
        model.addAttribute("day", day);
        model.addAttribute("line", RoadMapPage.line(standing, Timeline.of(map.year(), List.of(standing)), new ReportTexts(messages, map.zone())));
        model.addAttribute("measure", measure);
        model.addAttribute("version", approvals.versions(map).get(0));
        model.addAttribute("coordinates", coordinates);
        model.addAttribute("seesAll", seesAll);
        model.addAttribute("viewer", viewer);
        model.addAttribute("turns", measure.isOpen() ? turns.of(measure, day.today()) : List.of());
        model.addAttribute("keepsLog", measure.content().evidence() == Evidence.LOG);
        model.addAttribute("entries", log.entries(measureId));
        model.addAttribute("participants", seesAll ? events.participants(measureId) : List.of());
        model.addAttribute("acts", seesAll ? documents.in(MeasureFiles.act(measureId)) : List.of());
        model.addAttribute("history", seesAll ? histories.about(Subject.of(MeasureRuns.SUBJECT, measureId)) : List.of());
        model.addAttribute("shown", indicator);
        if (indicator != null && indicator >= 0 && indicator < standing.figures().size()) {
            addNames(map, measure, indicator, day, viewer, model);
        }
        return "roadmap/measure";
    }

    private MeasureStanding standing(RoadMap map, long measureId, AskedDay day) {
        return standings.of(map, day.on(), day.knownAt()).measures().stream().filter(one -> one.measure().id() == measureId).findFirst()
            .orElseThrow(() -> new NotYours(MeasureRuns.SUBJECT, measureId));
    }

    private void addNames(RoadMap map, Measure measure, int indicator, AskedDay day, Viewer viewer, Model model) {
        Names all = indicators.names(measure.id(), indicator, day.on(), day.knownAt(), MOST_NAMES);
        Names names = visible.of(all, map, viewer);
        model.addAttribute("names", names);
        model.addAttribute("hidden", all.counted().size() + all.missing().size() - names.counted().size() - names.missing().size());
        model.addAttribute("missing", turns.of(map, measure, indicators.counted(measure, indicator), names.missing(), day.today()));
        model.addAttribute("periods", indicators.periods(measure.id(), indicator, day.on(), day.knownAt()));
    }

    @PostMapping("/log")
    String add(@PathVariable long id, @PathVariable long measureId,
               @RequestParam(defaultValue = "") String on, @RequestParam(defaultValue = "") String link,
               @RequestParam(defaultValue = "") String words, RedirectAttributes back) {
        return change(id, measureId, "roadmap.log.added", back, Map.of("typedOn", on, "typedLink", link, "typedWords", words), viewer -> {
            LogEntry entry = new LogEntry(RowForm.date("on", on), link, words).checked();
            log.add(measureId, viewer, entry.on(), entry.link(), entry.words());
        });
    }

    @PostMapping("/log/{entryId}/removal")
    String remove(@PathVariable long id, @PathVariable long measureId, @PathVariable long entryId, RedirectAttributes back) {
        return change(id, measureId, "roadmap.log.removed", back, Map.of(), viewer -> log.remove(measureId, entryId, viewer));
    }

    private interface Change {
        void by(Viewer viewer);
    }

    private String change(long id, long measureId, String done, RedirectAttributes back, Map<String, String> typed, Change change) {
        Viewer viewer = viewers.current();
        RoadMap map = access.coordinated(id, viewer);
        standing(map, measureId, days.of(map, null, null));
        try {
            change.by(viewer);
            back.addFlashAttribute("done", messages.getMessage(done, null, ReportTexts.RUSSIAN));
        } catch (Refusal refusal) {
            back.addFlashAttribute("refused", messages.getMessage(refusal.code(), refusal.arguments(), ReportTexts.RUSSIAN));
            back.addFlashAttribute("refusedField", refusal.field());
            typed.forEach(back::addFlashAttribute);
        }
        return "redirect:/road-maps/" + id + "/measures/" + measureId + "#log";
    }
}
