package ru.marshrut.roadmap.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.marshrut.access.Viewers;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.RoadMapAccess;
import ru.marshrut.roadmap.report.KeptReports;
import ru.marshrut.roadmap.report.ReportContent;
import ru.marshrut.roadmap.report.ReportTexts;
import ru.marshrut.roadmap.report.RoadMapReportWriter;
import ru.marshrut.shared.Days;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;

/** The report of a road map on a day as a file, and its freezing by hand. */
@Controller
class ReportFiles {

    private static final String FROZEN = "frozen";

    private interface Writing {
        void to(ReportContent report, OutputStream out) throws IOException;
    }

    private final RoadMapAccess access;
    private final KeptReports reports;
    private final RoadMapReportWriter writer;
    private final AskedDay.Reading days;
    private final Viewers viewers;
    private final MessageSource messages;

    ReportFiles(RoadMapAccess access, KeptReports reports, RoadMapReportWriter writer, AskedDay.Reading days, Viewers viewers, MessageSource messages) {
        this.access = access;
        this.reports = reports;
        this.writer = writer;
        this.days = days;
        this.viewers = viewers;
        this.messages = messages;
    }

    @GetMapping("/road-maps/{id:\\d+}/report.xlsx")
    void workbook(@PathVariable long id, @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
                  @RequestParam(required = false) String known, HttpServletResponse response) throws IOException {
        send(id, on, known, "xlsx", RoadMapReportWriter.XLSX, writer::writeXlsx, response);
    }

    @GetMapping("/road-maps/{id:\\d+}/report.docx")
    void document(@PathVariable long id, @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
                  @RequestParam(required = false) String known, HttpServletResponse response) throws IOException {
        send(id, on, known, "docx", RoadMapReportWriter.DOCX, writer::writeDocx, response);
    }

    /** Keeps what is known now about a day that has come. */
    @PostMapping("/road-maps/{id:\\d+}/reports")
    String freeze(@PathVariable long id, @RequestParam(defaultValue = "") String on, RedirectAttributes back) {
        try {
            freeze(id, RowForm.date("on", on));
            back.addFlashAttribute("done", messages.getMessage("roadmap-figures.report.frozen", null, ReportTexts.RUSSIAN));
        } catch (Refusal refusal) {
            back.addFlashAttribute("refused", messages.getMessage(refusal.code(), refusal.arguments(), ReportTexts.RUSSIAN));
        }
        return "redirect:/road-maps/" + id + "#reports";
    }

    void freeze(long id, LocalDate on) {
        RoadMap map = access.coordinated(id, viewers.current());
        if (!map.isApproved() || on == null || on.isAfter(days.of(map, on, null).today())) {
            throw Refusal.ofField("on", "roadmap-figures.report.future");
        }
        reports.freeze(id, on);
    }

    /** @param known «frozen» for the kept report of the day, «then» for what was known at its end, else what is known now */
    private void send(long id, LocalDate on, String known, String ending, String mediaType, Writing writing, HttpServletResponse response)
            throws IOException {
        RoadMap map = access.seen(id, viewers.current());
        if (!map.isApproved()) {
            throw new NotYours(RoadMapAccess.SUBJECT, id);
        }
        ReportContent report;
        if (FROZEN.equals(known) && on != null && Days.canBeMeant(on)) {
            try {
                report = reports.kept(id, on);
            } catch (NoSuchElementException e) {
                throw new NotYours("report of road map", id);
            }
        } else {
            AskedDay day = days.of(map, on, known);
            report = reports.computed(map, day.on(), day.knownAt());
        }
        response.setContentType(mediaType);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
            .filename(writer.fileName(report, ending), StandardCharsets.UTF_8).build().toString());
        writing.to(report, response.getOutputStream());
    }
}
