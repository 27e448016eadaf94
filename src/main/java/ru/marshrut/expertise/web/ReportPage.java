package ru.marshrut.expertise.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.ExpertiseAccess;
import ru.marshrut.expertise.Expertises;
import ru.marshrut.expertise.Part;
import ru.marshrut.expertise.report.ExpertiseReport;
import ru.marshrut.expertise.report.ExpertiseReportWriter;
import ru.marshrut.expertise.report.ExpertiseReports;
import ru.marshrut.expertise.result.RegionalResult;
import ru.marshrut.expertise.result.ResultReading;
import ru.marshrut.expertise.result.ResultTexts;
import ru.marshrut.expertise.result.SchoolPoints;
import ru.marshrut.shared.NotYours;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Territory;

/** The report on an expertise, for the region and above at any time; a municipality has its own schools once the result is released. */
@Controller
@RequestMapping("/expertises/{id:\\d{1,18}}")
class ReportPage {

    private final Expertises expertises;
    private final ExpertiseAccess access;
    private final ExpertiseReports reports;
    private final ResultReading reading;
    private final AccessPolicy policy;
    private final Territory territory;
    private final Viewers viewers;
    private final MessageSource messages;

    ReportPage(Expertises expertises, ExpertiseAccess access, ExpertiseReports reports, ResultReading reading, AccessPolicy policy, Territory territory,
               Viewers viewers, MessageSource messages) {
        this.expertises = expertises;
        this.access = access;
        this.reports = reports;
        this.reading = reading;
        this.policy = policy;
        this.territory = territory;
        this.viewers = viewers;
        this.messages = messages;
    }

    @GetMapping("/report")
    String show(@PathVariable long id, Model model) {
        Viewer viewer = viewers.current();
        Expertise expertise = expertises.get(id);
        model.addAttribute("expertise", expertise);
        model.addAttribute("contentPart", Part.CONTENT);
        model.addAttribute("organisationPart", Part.ORGANISATIONAL);
        model.addAttribute("texts", new ResultTexts(messages, territory.region(expertise.regionId()).zone()));
        if (!access.maySee(expertise, viewer)) {
            RegionalResult result = reading.ofRegion(id);
            model.addAttribute("rubric", result.rubric());
            model.addAttribute("schools", ownSchools(result, viewer));
            return "expertise/report-municipality";
        }
        model.addAttribute("report", reports.of(id));
        return "expertise/report";
    }

    @GetMapping("/report.xlsx")
    void table(@PathVariable long id, HttpServletResponse response) throws IOException {
        ExpertiseReport report = file(id, "xlsx", ExpertiseReportWriter.XLSX, response);
        new ExpertiseReportWriter(messages).writeXlsx(report, response.getOutputStream());
    }

    @GetMapping("/report.docx")
    void document(@PathVariable long id, HttpServletResponse response) throws IOException {
        ExpertiseReport report = file(id, "docx", ExpertiseReportWriter.DOCX, response);
        new ExpertiseReportWriter(messages).writeDocx(report, response.getOutputStream());
    }

    private ExpertiseReport file(long id, String ending, String mediaType, HttpServletResponse response) {
        Expertise expertise = access.visible(expertises.get(id), viewers.current());
        response.setContentType(mediaType);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(messages.getMessage(
            "expertise-result.report.fileName", new Object[] {expertise.stage(), String.valueOf(expertise.year()), ending},
            Locale.forLanguageTag("ru")), StandardCharsets.UTF_8).build().toString());
        return reports.of(id);
    }

    private List<SchoolPoints> ownSchools(RegionalResult result, Viewer viewer) {
        List<SchoolPoints> own = !result.expertise().isReleased() ? List.of() : result.settled().stream()
            .filter(school -> policy.maySee(viewer, Place.municipality(school.municipalityId()))).toList();
        if (own.isEmpty()) {
            throw new NotYours(Expertises.SUBJECT, result.expertise().id());
        }
        return own;
    }
}
