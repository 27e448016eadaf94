package ru.marshrut.peerreview.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.audit.Subject;
import ru.marshrut.peerreview.Circle;
import ru.marshrut.peerreview.CircleAccess;
import ru.marshrut.peerreview.Round;
import ru.marshrut.peerreview.RoundReports;
import ru.marshrut.peerreview.Rounds;
import ru.marshrut.peerreview.report.FinalFileWriter;
import ru.marshrut.peerreview.report.ScheduleRow;
import ru.marshrut.peerreview.report.ScheduleWriter;
import ru.marshrut.shared.NotYours;
import ru.marshrut.territory.Histories;
import ru.marshrut.territory.Territory;

/** The rounds of the viewer's places, and each with its schedule, dates, files and history. */
@Controller
@RequestMapping("/rounds")
class RoundPages {

    record RoundLine(Round round, String place) {}

    private final Rounds rounds;
    private final CircleAccess access;
    private final RoundReports reports;
    private final SchoolNames names;
    private final Histories histories;
    private final Territory territory;
    private final AccessPolicy policy;
    private final Viewers viewers;
    private final Changes changes;

    RoundPages(Rounds rounds, CircleAccess access, RoundReports reports, SchoolNames names, Histories histories, Territory territory,
               AccessPolicy policy, Viewers viewers, Changes changes) {
        this.rounds = rounds;
        this.access = access;
        this.reports = reports;
        this.names = names;
        this.histories = histories;
        this.territory = territory;
        this.policy = policy;
        this.viewers = viewers;
        this.changes = changes;
    }

    @GetMapping
    String list(Model model) {
        Viewer viewer = viewers.current();
        model.addAttribute("rounds", access.rounds(viewer).stream().map(round -> new RoundLine(round, names.place(round.place()))).toList());
        model.addAttribute("mayOpen", viewer.appointments().stream().anyMatch(appointment -> policy.mayCoordinate(viewer, appointment.place())));
        return "peerreview/rounds";
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, @RequestParam(defaultValue = "") String q, Model model) {
        Viewer viewer = viewers.current();
        Round round = access.round(id, viewer);
        boolean coordinates = access.coordinates(round, viewer);
        Set<Long> seen = access.circles(round, viewer).stream().map(Circle::id).collect(Collectors.toSet());
        Map<Long, List<ScheduleRow>> circles = reports.schedule(id).stream().filter(row -> seen.contains(row.circleId()))
            .collect(Collectors.groupingBy(ScheduleRow::circleId, LinkedHashMap::new, Collectors.toList()));
        String wanted = q.strip().toLowerCase(java.util.Locale.ROOT);
        circles.values().removeIf(rows -> rows.stream().noneMatch(row -> row.progress().school().toLowerCase(java.util.Locale.ROOT).contains(wanted)));
        model.addAttribute("round", round);
        model.addAttribute("place", names.place(round.place()));
        model.addAttribute("zone", territory.region(round.regionId()).zone());
        model.addAttribute("coordinates", coordinates);
        model.addAttribute("seesAll", access.seesAll(round, viewer));
        model.addAttribute("q", q.strip());
        model.addAttribute("circles", circles);
        model.addAttribute("dissolved", access.circles(round, viewer).stream()
            .filter(circle -> circle.status() == Circle.Status.DISSOLVED).map(Circle::id).sorted().toList());
        model.addAttribute("schools", coordinates && round.status() == Round.Status.PAIRING
            ? names.of(round.regionId(), rounds.schools(id)).values() : List.of());
        model.addAttribute("history", coordinates ? histories.about(Subject.of(Rounds.SUBJECT, id)) : List.of());
        changes.nothingTypedByDefault(model);
        model.addAttribute("standing", CalendarForm.of(round.calendar()));
        if (!model.containsAttribute("calendar")) {
            model.addAttribute("calendar", CalendarForm.of(round.calendar()));
        }
        return "peerreview/round";
    }

    @PostMapping("/{id}/calendar")
    String changeCalendar(@PathVariable long id, @ModelAttribute CalendarForm calendar, @RequestParam(defaultValue = "") String reason,
                          RedirectAttributes back) {
        Viewer viewer = viewers.current();
        rounds.coordinated(id, viewer);
        String answer = changes.carryOut("/rounds/" + id + "#calendar", "peerreview.web.calendarChanged", "calendar", Map.of("reason", reason), back,
            () -> rounds.changeCalendar(id, viewer, calendar.calendar(), reason.strip()));
        if (back.getFlashAttributes().containsKey("refused")) {
            back.addFlashAttribute("calendar", calendar);
        }
        return answer;
    }

    @GetMapping("/{id}/schedule.xlsx")
    void schedule(@PathVariable long id, HttpServletResponse response) throws IOException {
        head(id, "peerreview-report.schedule.fileName", "xlsx", ScheduleWriter.MEDIA_TYPE, response);
        reports.writeSchedule(id, response.getOutputStream());
    }

    @GetMapping("/{id}/report.xlsx")
    void reportTable(@PathVariable long id, HttpServletResponse response) throws IOException {
        head(id, "peerreview-report.report.fileName", "xlsx", ScheduleWriter.MEDIA_TYPE, response);
        reports.writeReportXlsx(id, response.getOutputStream());
    }

    @GetMapping("/{id}/report.docx")
    void report(@PathVariable long id, HttpServletResponse response) throws IOException {
        head(id, "peerreview-report.report.fileName", "docx", FinalFileWriter.MEDIA_TYPE, response);
        reports.writeReportDocx(id, response.getOutputStream());
    }

    private void head(long id, String nameCode, String ending, String mediaType, HttpServletResponse response) {
        Viewer viewer = viewers.current();
        Round round = access.round(id, viewer);
        if (!access.seesAll(round, viewer)) {
            throw new NotYours(Rounds.SUBJECT, id);
        }
        response.setContentType(mediaType);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
            .filename(changes.text(nameCode, String.valueOf(round.year()), ending), StandardCharsets.UTF_8).build().toString());
    }
}
