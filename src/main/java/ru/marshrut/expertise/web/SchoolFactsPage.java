package ru.marshrut.expertise.web;

import static java.util.stream.Collectors.toMap;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.StoredDocument;
import ru.marshrut.documents.Versions;
import ru.marshrut.expertise.Criterion;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.ExpertiseAccess;
import ru.marshrut.expertise.Expertises;
import ru.marshrut.expertise.Part;
import ru.marshrut.expertise.SampledSchool;
import ru.marshrut.expertise.Samples;
import ru.marshrut.expertise.Suggestion;
import ru.marshrut.expertise.Suggestions;
import ru.marshrut.expertise.facts.FactsAccess;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.monitoring.MonitoringFiles;
import ru.marshrut.schoolyear.monitoring.MonitoringResults;
import ru.marshrut.schoolyear.monitoring.MonitoringResults.Result;
import ru.marshrut.schoolyear.monitoring.Report;
import ru.marshrut.shared.NotYours;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/** The measures of a school's programme that a score is counted from, with their evidence and the curator's decisions. */
@Controller
@RequestMapping("/expertises/{id:\\d{1,18}}/schools/{sampledSchoolId:\\d{1,18}}/facts")
class SchoolFactsPage {

    private final Expertises expertises;
    private final Samples samples;
    private final FactsAccess access;
    private final ExpertiseAccess expertiseAccess;
    private final Suggestions suggestions;
    private final FactWords words;
    private final MonitoringResults results;
    private final Documents documents;
    private final Versions versions;
    private final Territory territory;
    private final Staff staff;
    private final Viewers viewers;
    private final AuditTrail audit;
    private final TransactionOperations transaction;

    SchoolFactsPage(Expertises expertises, Samples samples, FactsAccess access, ExpertiseAccess expertiseAccess, Suggestions suggestions,
                    FactWords words, MonitoringResults results, Documents documents, Versions versions, Territory territory, Staff staff,
                    Viewers viewers, AuditTrail audit, TransactionOperations transaction) {
        this.expertises = expertises;
        this.samples = samples;
        this.access = access;
        this.expertiseAccess = expertiseAccess;
        this.suggestions = suggestions;
        this.words = words;
        this.results = results;
        this.documents = documents;
        this.versions = versions;
        this.territory = territory;
        this.staff = staff;
        this.viewers = viewers;
        this.audit = audit;
        this.transaction = transaction;
    }

    @GetMapping("/{code}")
    String show(@PathVariable long id, @PathVariable long sampledSchoolId, @PathVariable String code, @RequestParam(defaultValue = "1") int page,
                Model model) {
        Viewer viewer = viewers.current();
        Expertise expertise = expertises.get(id);
        SampledSchool sampled = access.visible(expertise, samples.get(sampledSchoolId), viewer);
        Criterion criterion = words.criterion(expertise, Part.CONTENT, code);
        Suggestion suggestion = suggestions.ofSchool(expertise, sampled).get(criterion.id());
        if (suggestion == null) {
            throw new NoSuchElementException("facts of criterion " + code + " of a school");
        }
        School school = territory.school(sampled.schoolId());
        Result result = results.of(sampled.schoolYearId(), Stage.monitoring(expertise.stage()));
        Map<Long, Report> reports = results.reports(result);
        model.addAttribute("expertise", expertise);
        model.addAttribute("sampled", sampled);
        model.addAttribute("criterion", criterion);
        model.addAttribute("school", school);
        model.addAttribute("zone", territory.region(school.regionId()).zone());
        model.addAttribute("overview", expertiseAccess.maySee(expertise, viewer));
        model.addAttribute("suggestion", suggestion);
        model.addAttribute("words", words.of(suggestion));
        model.addAttribute("rows", Paged.of(result.rows(), page));
        model.addAttribute("risks", territory.riskDirections());
        model.addAttribute("reports", reports);
        model.addAttribute("files", files(expertise, sampled));
        model.addAttribute("people", staff.people(reports.values().stream().map(Report::decidedBy).filter(Objects::nonNull).distinct().toList())
            .values().stream().collect(toMap(Person::id, Person::fullName)));
        return "expertise/school-facts";
    }

    /** The second stage counts what was proven in the first, too. */
    private Map<Long, StoredDocument> files(Expertise expertise, SampledSchool sampled) {
        return Stream.of(Stage.MONITORING_1, Stage.MONITORING_2).filter(stage -> stage.monitoring() <= expertise.stage())
            .flatMap(stage -> versions.versionsOf(MonitoringFiles.EVIDENCE, MonitoringFiles.evidenceId(sampled.schoolYearId(), stage)).stream())
            .map(Versions.Version::document).collect(toMap(StoredDocument::id, document -> document));
    }

    /** Evidence that a measure was judged by, for whoever sees the measures. */
    @GetMapping("/files/{file:\\d{1,18}}")
    void file(@PathVariable long id, @PathVariable long sampledSchoolId, @PathVariable long file, HttpServletResponse response) throws IOException {
        Expertise expertise = expertises.get(id);
        SampledSchool sampled = access.visible(expertise, samples.get(sampledSchoolId), viewers.current());
        Result result = results.of(sampled.schoolYearId(), Stage.monitoring(expertise.stage()));
        if (results.reports(result).values().stream().noneMatch(report -> report.files().contains(file))) {
            throw new NotYours(MonitoringFiles.EVIDENCE, file);
        }
        StoredDocument document = documents.document(file);
        transaction.executeWithoutResult(status -> audit.record("documents.downloaded",
            new Subject(document.slot().subjectType(), document.slot().subjectId()), Map.of("document", file, "name", document.fileName())));
        response.setContentType(document.mediaType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(document.fileName(), StandardCharsets.UTF_8).build().toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        try (InputStream content = documents.open(file)) {
            content.transferTo(response.getOutputStream());
        }
    }
}
