package ru.marshrut.schoolyear.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.documents.SchoolDocuments;
import ru.marshrut.documents.office.Texts;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.YearAccess;
import ru.marshrut.schoolyear.concept.ConceptDocuments;
import ru.marshrut.schoolyear.concept.ConceptPages;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Territory;

/** The concept documents of a school's year: state, files, decisions, and the beginning of a new version. */
@Controller
class DocumentsPage {

    private final SchoolYears years;
    private final YearAccess access;
    private final AccessPolicy policy;
    private final ConceptDocuments documents;
    private final ConceptPages pages;
    private final Territory territory;
    private final Viewers viewers;
    private final MessageSource messages;

    DocumentsPage(SchoolYears years, YearAccess access, AccessPolicy policy, ConceptDocuments documents, ConceptPages pages, Territory territory,
                  Viewers viewers, MessageSource messages) {
        this.years = years;
        this.access = access;
        this.policy = policy;
        this.documents = documents;
        this.pages = pages;
        this.territory = territory;
        this.viewers = viewers;
        this.messages = messages;
    }

    @GetMapping("/school-years/{id:\\d{1,18}}/documents")
    String show(@PathVariable long id, Model model) {
        Viewer viewer = viewers.current();
        SchoolYear year = access.visible(years.get(id), viewer);
        List<ConceptPages.Line> lines = pages.of(id);
        model.addAttribute("year", year);
        model.addAttribute("school", territory.school(year.schoolId()));
        model.addAttribute("standing", years.standing(id, Stage.CONCEPT_DOCUMENTS));
        model.addAttribute("lines", lines);
        model.addAttribute("versions", pages.versions(id));
        model.addAttribute("mayChange", documents.mayChange(year, viewer));
        model.addAttribute("works", access.worksIn(year, viewer));
        model.addAttribute("seesRegion", policy.maySee(viewer, Place.region(year.regionId())));
        model.addAttribute("archive", "/documents/" + SchoolDocuments.TYPE + "/" + SchoolDocuments.id(year.schoolId(), year.year()) + ".zip");
        if (!model.containsAttribute("chosen")) {
            model.addAttribute("chosen", Set.of());
        }
        return "schoolyear/documents";
    }

    /** For those who know the school and not the number of its year. */
    @GetMapping("/schools/{schoolId:\\d{1,18}}/years/{year:\\d{4}}/documents")
    String ofSchool(@PathVariable long schoolId, @PathVariable int year) {
        SchoolYear found = years.of(schoolId, year).filter(one -> access.maySee(one, viewers.current()))
            .orElseThrow(() -> new NotYours("documents of school", schoolId));
        return "redirect:/school-years/" + found.id() + "/documents";
    }

    @PostMapping("/school-years/{id:\\d{1,18}}/documents/change")
    String change(@PathVariable long id, @RequestParam(defaultValue = "") List<String> kinds, @RequestParam(defaultValue = "") String reason,
                  Model model, RedirectAttributes after, HttpServletResponse response) {
        try {
            documents.change(id, viewers.current(), kinds, reason);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refused", messages.getMessage(refusal.code(), refusal.arguments(), Texts.RUSSIAN));
            model.addAttribute("chosen", Set.copyOf(kinds));
            model.addAttribute("reason", reason);
            return show(id, model);
        }
        after.addFlashAttribute("done", messages.getMessage("schoolyear.concept.changeStarted", null, Texts.RUSSIAN));
        return "redirect:/school-years/" + id + "/documents";
    }
}
