package ru.marshrut.schoolyear.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.YearAccess;
import ru.marshrut.schoolyear.programme.ProgrammeDrafts;
import ru.marshrut.schoolyear.programme.ProgrammeFiles;
import ru.marshrut.schoolyear.programme.ProgrammeRow;
import ru.marshrut.shared.NotYours;

/** The programme that the school prepares as a file, and an empty table for it. What was handed in lies among the school's documents. */
@Controller
@RequestMapping("/school-years/{id:\\d{1,18}}/programme")
class ProgrammeDownloads {

    private final SchoolYears years;
    private final YearAccess access;
    private final ProgrammeDrafts drafts;
    private final ProgrammeFiles files;
    private final Viewers viewers;

    ProgrammeDownloads(SchoolYears years, YearAccess access, ProgrammeDrafts drafts, ProgrammeFiles files, Viewers viewers) {
        this.years = years;
        this.access = access;
        this.drafts = drafts;
        this.files = files;
        this.viewers = viewers;
    }

    @GetMapping("/draft.xlsx")
    void workbook(@PathVariable long id, HttpServletResponse response) throws IOException {
        SchoolYear year = own(id);
        List<ProgrammeRow> rows = drafts.rows(id);
        head(response, ProgrammeFiles.XLSX, files.fileName("xlsx"));
        files.writeXlsx(year, rows, response.getOutputStream());
    }

    @GetMapping("/draft.docx")
    void document(@PathVariable long id, HttpServletResponse response) throws IOException {
        SchoolYear year = own(id);
        List<ProgrammeRow> rows = drafts.rows(id);
        head(response, ProgrammeFiles.DOCX, files.fileName("docx"));
        files.writeDocx(year, 0, rows, response.getOutputStream());
    }

    @GetMapping("/template.xlsx")
    void template(@PathVariable long id, HttpServletResponse response) throws IOException {
        SchoolYear year = own(id);
        head(response, ProgrammeFiles.XLSX, files.templateName());
        files.writeTemplate(year, response.getOutputStream());
    }

    private SchoolYear own(long id) {
        Viewer viewer = viewers.current();
        SchoolYear year = years.get(id);
        if (!access.worksIn(year, viewer)) {
            throw new NotYours(SchoolYears.SUBJECT, id);
        }
        return year;
    }

    private static void head(HttpServletResponse response, String mediaType, String fileName) {
        response.setContentType(mediaType);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(fileName, StandardCharsets.UTF_8).build().toString());
    }
}
