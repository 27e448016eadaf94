package ru.marshrut.schoolyear.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.documents.office.Texts;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.YearAccess;
import ru.marshrut.schoolyear.persistence.ProgrammeRows;
import ru.marshrut.schoolyear.programme.ProgrammeColumn;
import ru.marshrut.schoolyear.programme.ProgrammeDrafts;
import ru.marshrut.schoolyear.programme.ProgrammeDrafts.Taking;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Question;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Territory;

/** A programme is read from a file, looked at, and taken, or not. */
@Controller
@RequestMapping("/school-years/{id:\\d{1,18}}/programme/import")
class ProgrammeImportPage {

    private final SchoolYears years;
    private final YearAccess access;
    private final ProgrammeDrafts drafts;
    private final Territory territory;
    private final Viewers viewers;
    private final MessageSource messages;

    ProgrammeImportPage(SchoolYears years, YearAccess access, ProgrammeDrafts drafts, Territory territory, Viewers viewers, MessageSource messages) {
        this.years = years;
        this.access = access;
        this.drafts = drafts;
        this.territory = territory;
        this.viewers = viewers;
        this.messages = messages;
    }

    @GetMapping
    String show(@PathVariable long id, Model model) {
        Viewer viewer = viewers.current();
        SchoolYear year = years.get(id);
        if (!access.worksIn(year, viewer)) {
            throw new NotYours(SchoolYears.SUBJECT, id);
        }
        model.addAttribute("year", year);
        model.addAttribute("school", territory.school(year.schoolId()));
        Optional<ProgrammeRows.Import> waiting = drafts.waiting(id);
        model.addAttribute("fileName", waiting.map(ProgrammeRows.Import::fileName).orElse(null));
        waiting.ifPresent(file -> {
            model.addAttribute("read", drafts.read(year, file));
            model.addAttribute("choices", ProgrammeColumn.choices());
            model.addAttribute("directions", territory.riskDirections());
            model.addAttribute("there", drafts.rows(id).size());
            model.addAttribute("questions", (QuestionWords) this::words);
        });
        return "schoolyear/programme-import";
    }

    /** Puts a question into words, for the template. */
    interface QuestionWords {
        String of(Question question);
    }

    @PostMapping
    String read(@PathVariable long id, @RequestParam(required = false) MultipartFile file, Model model, HttpServletResponse response) {
        try {
            if (file == null || file.isEmpty()) {
                throw Refusal.ofField("file", "schoolyear.programme.noFile");
            }
            String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename().replace("\0", "");
            try (InputStream content = file.getInputStream()) {
                drafts.readFile(id, viewers.current(), name, content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        } catch (Refusal refusal) {
            return refused(refusal, id, model, response);
        }
        return "redirect:/school-years/" + id + "/programme/import";
    }

    @PostMapping("/columns")
    String columns(@PathVariable long id, @RequestParam int table, @RequestParam List<ProgrammeColumn> columns, Model model, HttpServletResponse response) {
        try {
            drafts.chooseColumns(id, viewers.current(), table, columns);
        } catch (Refusal refusal) {
            return refused(refusal, id, model, response);
        }
        return "redirect:/school-years/" + id + "/programme/import";
    }

    @PostMapping("/taken")
    String take(@PathVariable long id, @RequestParam Taking taking, Model model, RedirectAttributes after, HttpServletResponse response) {
        try {
            drafts.take(id, viewers.current(), taking);
        } catch (Refusal refusal) {
            return refused(refusal, id, model, response);
        }
        after.addFlashAttribute("done", messages.getMessage("schoolyear.programme.taken", null, Texts.RUSSIAN));
        return "redirect:/school-years/" + id + "/programme";
    }

    @PostMapping("/dropped")
    String drop(@PathVariable long id, Model model, RedirectAttributes after, HttpServletResponse response) {
        try {
            drafts.drop(id, viewers.current());
        } catch (Refusal refusal) {
            return refused(refusal, id, model, response);
        }
        after.addFlashAttribute("done", messages.getMessage("schoolyear.programme.dropped", null, Texts.RUSSIAN));
        return "redirect:/school-years/" + id + "/programme";
    }

    private String refused(Refusal refusal, long id, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("refused", messages.getMessage(refusal.code(), refusal.arguments(), Texts.RUSSIAN));
        return show(id, model);
    }

    private String words(Question question) {
        return messages.getMessage(question.code(), question.arguments().toArray(), Texts.RUSSIAN);
    }
}
