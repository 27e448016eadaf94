package ru.marshrut.schoolyear.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.documents.Bundles;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.StoredDocument;
import ru.marshrut.documents.Versions;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.StageCourse;
import ru.marshrut.schoolyear.YearAccess;
import ru.marshrut.schoolyear.monitoring.Line;
import ru.marshrut.schoolyear.monitoring.Monitoring;
import ru.marshrut.schoolyear.monitoring.MonitoringFiles;
import ru.marshrut.schoolyear.monitoring.MonitoringLines;
import ru.marshrut.schoolyear.monitoring.MonitoringResults.Result;
import ru.marshrut.schoolyear.monitoring.Placement;
import ru.marshrut.schoolyear.monitoring.Report;
import ru.marshrut.schoolyear.persistence.MonitoringRows;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/** A monitoring stage of a school: reports with evidence and decisions, the share with its rows, what was before, and opening it again. */
@Controller
@RequestMapping("/school-years/{id:\\d{1,18}}/monitoring/{number:[12]}")
class MonitoringPage {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final SchoolYears years;
    private final YearAccess access;
    private final StageCourse course;
    private final Monitoring monitoring;
    private final MonitoringLines lines;
    private final MonitoringRows rows;
    private final Documents documents;
    private final Versions versions;
    private final Bundles bundles;
    private final Territory territory;
    private final Staff staff;
    private final Viewers viewers;
    private final AuditTrail audit;
    private final TransactionOperations transaction;
    private final MessageSource messages;

    MonitoringPage(SchoolYears years, YearAccess access, StageCourse course, Monitoring monitoring, MonitoringLines lines, MonitoringRows rows,
                   Documents documents, Versions versions, Bundles bundles, Territory territory, Staff staff, Viewers viewers, AuditTrail audit,
                   TransactionOperations transaction, MessageSource messages) {
        this.years = years;
        this.access = access;
        this.course = course;
        this.monitoring = monitoring;
        this.lines = lines;
        this.rows = rows;
        this.documents = documents;
        this.versions = versions;
        this.bundles = bundles;
        this.territory = territory;
        this.staff = staff;
        this.viewers = viewers;
        this.audit = audit;
        this.transaction = transaction;
        this.messages = messages;
    }

    /**
     * An item with all that was sent of it.
     *
     * @param line null where the programme no longer has it
     * @param last null where nothing was sent
     */
    record ItemView(String key, String title, Line line, Report last, List<Report> earlier) {}

    /** A completion that was taken back, with the share that was counted then. */
    record Before(Placement placement, Result result) {}

    @GetMapping
    String show(@PathVariable long id, @PathVariable int number, Model model) {
        Viewer viewer = viewers.current();
        SchoolYear year = access.visible(years.get(id), viewer);
        Stage stage = Stage.monitoring(number);
        List<Placement> placements = rows.placements(id, stage);
        List<ItemView> items = items(id, stage);
        model.addAttribute("year", year);
        model.addAttribute("number", number);
        model.addAttribute("school", territory.school(year.schoolId()));
        model.addAttribute("zone", territory.region(year.regionId()).zone());
        model.addAttribute("standing", years.standing(id, stage));
        model.addAttribute("state", years.standing(id, stage).state(course.today(id)));
        model.addAttribute("names", territory.riskDirections());
        model.addAttribute("items", items);
        model.addAttribute("result", lines.of(id, stage));
        model.addAttribute("placement", placements.stream().filter(one -> one.withdrawnAt() == null).findFirst().orElse(null));
        model.addAttribute("before", placements.stream().filter(one -> one.withdrawnAt() != null)
            .map(one -> new Before(one, new Result(id, stage, true, rows.results(one.id())))).toList());
        model.addAttribute("files", versions.versionsOf(MonitoringFiles.EVIDENCE, MonitoringFiles.evidenceId(id, stage)).stream()
            .map(Versions.Version::document).collect(toMap(StoredDocument::id, document -> document)));
        model.addAttribute("people", people(items, placements));
        model.addAttribute("mayReopen", year.isRunning() && (access.coordinates(year, viewer) || access.curates(year, viewer)));
        return "schoolyear/monitoring";
    }

    private List<ItemView> items(long id, Stage stage) {
        Map<String, List<Report>> sent = rows.versions(id, stage).stream().collect(groupingBy(Report::item, LinkedHashMap::new, toList()));
        List<ItemView> items = new ArrayList<>();
        for (Line line : lines.all(id, stage)) {
            items.add(view(line.item().key(), line.item().title(), line, sent.remove(line.item().key())));
        }
        sent.forEach((key, reports) -> items.add(view(key, reports.get(0).title(), null, reports)));
        return items;
    }

    private static ItemView view(String key, String title, Line line, List<Report> reports) {
        return reports == null ? new ItemView(key, title, line, null, List.of())
            : new ItemView(key, title, line, reports.get(0), reports.subList(1, reports.size()));
    }

    private Map<Long, String> people(List<ItemView> items, List<Placement> placements) {
        Stream<Long> ofReports = items.stream().flatMap(item -> Stream.concat(Stream.ofNullable(item.last()), item.earlier().stream()))
            .flatMap(report -> Stream.of(report.sentBy(), report.decidedBy() == null ? report.sentBy() : report.decidedBy()));
        Stream<Long> ofPlacements = placements.stream().flatMap(one -> Stream.of(one.placedBy(), one.withdrawnBy() == null ? one.placedBy() : one.withdrawnBy()));
        return staff.people(Stream.concat(ofReports, ofPlacements).filter(Objects::nonNull).distinct().toList()).values().stream()
            .collect(toMap(person -> person.id(), person -> person.fullName()));
    }

    @PostMapping("/reopening")
    String reopen(@PathVariable long id, @PathVariable int number, @RequestParam(defaultValue = "") String reason,
                  @RequestParam(defaultValue = "") Set<String> item, RedirectAttributes back) {
        Viewer viewer = viewers.current();
        access.visible(years.get(id), viewer);
        try {
            monitoring.reopen(id, Stage.monitoring(number), viewer, reason, item);
            back.addFlashAttribute("done", messages.getMessage("schoolyear.monitoring.reopened", null, RUSSIAN));
        } catch (Refusal refusal) {
            back.addFlashAttribute("refused", messages.getMessage(refusal.code(), refusal.arguments(), RUSSIAN));
            back.addFlashAttribute("typedReason", reason);
            back.addFlashAttribute("typedItems", item);
        }
        return "redirect:/school-years/" + id + "/monitoring/" + number;
    }

    /** The evidence as it lies now, a folder for each item. */
    @GetMapping("/evidence.zip")
    void bundle(@PathVariable long id, @PathVariable int number, HttpServletResponse response) throws IOException {
        SchoolYear year = access.visible(years.get(id), viewers.current());
        Stage stage = Stage.monitoring(number);
        Map<String, String> kinds = new HashMap<>();
        items(id, stage).forEach(item -> kinds.put(item.key(), item.title()));
        String type = MonitoringFiles.EVIDENCE;
        String subject = MonitoringFiles.evidenceId(id, stage);
        record("documents.bundleDownloaded", new Subject(type, subject), Map.of());
        attach(response, "application/zip",
            messages.getMessage("schoolyear.monitoring.bundle", new Object[] {number, territory.school(year.schoolId()).name()}, RUSSIAN));
        bundles.write(List.of(new Bundles.Part("", type, subject, kinds)), response.getOutputStream());
    }

    /** A file that a report was sent with stays readable, also where the school has replaced it since. */
    @GetMapping("/files/{file:\\d{1,18}}")
    void file(@PathVariable long id, @PathVariable int number, @PathVariable long file, HttpServletResponse response) throws IOException {
        access.visible(years.get(id), viewers.current());
        if (rows.versions(id, Stage.monitoring(number)).stream().noneMatch(report -> report.files().contains(file))) {
            throw new NotYours(MonitoringFiles.EVIDENCE, file);
        }
        StoredDocument document = documents.document(file);
        record("documents.downloaded", new Subject(document.slot().subjectType(), document.slot().subjectId()),
            Map.of("document", file, "name", document.fileName()));
        attach(response, document.mediaType(), document.fileName());
        try (InputStream content = documents.open(file)) {
            content.transferTo(response.getOutputStream());
        }
    }

    private void record(String fact, Subject subject, Map<String, ?> parameters) {
        transaction.executeWithoutResult(status -> audit.record(fact, subject, parameters));
    }

    private static void attach(HttpServletResponse response, String mediaType, String name) {
        response.setContentType(mediaType);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }
}
