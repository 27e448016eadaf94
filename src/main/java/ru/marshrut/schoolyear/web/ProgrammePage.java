package ru.marshrut.schoolyear.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
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
import ru.marshrut.documents.office.Texts;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.YearAccess;
import ru.marshrut.schoolyear.programme.ProgrammeDrafts;
import ru.marshrut.schoolyear.programme.ProgrammeRow;
import ru.marshrut.schoolyear.programme.Programmes;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Territory;

/** The table of a school's anti-risk programme: the school works on it, all others see what was handed in last. */
@Controller
@RequestMapping("/school-years/{id:\\d{1,18}}/programme")
class ProgrammePage {

    private final SchoolYears years;
    private final YearAccess access;
    private final ProgrammeDrafts drafts;
    private final Programmes programmes;
    private final Territory territory;
    private final Viewers viewers;
    private final MessageSource messages;

    ProgrammePage(SchoolYears years, YearAccess access, ProgrammeDrafts drafts, Programmes programmes, Territory territory, Viewers viewers,
                  MessageSource messages) {
        this.years = years;
        this.access = access;
        this.drafts = drafts;
        this.programmes = programmes;
        this.territory = territory;
        this.viewers = viewers;
        this.messages = messages;
    }

    /** @param edit the row whose fields are shown for editing */
    @GetMapping
    String show(@PathVariable long id, @RequestParam(required = false) Long edit, Model model) {
        Viewer viewer = viewers.current();
        SchoolYear year = access.visible(years.get(id), viewer);
        model.addAttribute("year", year);
        model.addAttribute("school", territory.school(year.schoolId()));
        model.addAttribute("directions", territory.riskDirections());
        model.addAttribute("versions", drafts.versions(id));
        if (!access.worksIn(year, viewer)) {
            model.addAttribute("measures", programmes.measuresOf(id));
            return "schoolyear/programme-sent";
        }
        List<ProgrammeRow> rows = drafts.rows(id);
        Map<String, String> activated = drafts.activated(year);
        boolean open = drafts.isOpen(year);
        model.addAttribute("rows", rows);
        model.addAttribute("open", open);
        model.addAttribute("activated", activated);
        model.addAttribute("withoutMeasures", drafts.withoutMeasures(year));
        model.addAttribute("remarked", rows.stream().filter(row -> !row.remarks().isEmpty()).count());
        model.addAttribute("waiting", drafts.waiting(id).isPresent());
        model.addAttribute("edit", open ? edit : null);
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", rows.stream().filter(row -> edit != null && row.id() == edit).findFirst().map(RowFields::of).orElse(RowFields.EMPTY));
        }
        return "schoolyear/programme";
    }

    @PostMapping("/rows")
    String add(@PathVariable long id, RowFields typed, Model model, RedirectAttributes after, HttpServletResponse response) {
        try {
            drafts.add(id, viewers.current(), typed.text());
        } catch (Refusal refusal) {
            return refused(refusal, id, null, typed, model, response);
        }
        return done("rowAdded", id, "#new", after);
    }

    @PostMapping("/rows/{row:\\d{1,18}}")
    String change(@PathVariable long id, @PathVariable long row, RowFields typed, Model model, RedirectAttributes after, HttpServletResponse response) {
        try {
            drafts.change(id, viewers.current(), row, typed.text());
        } catch (Refusal refusal) {
            boolean there = drafts.rows(id).stream().anyMatch(one -> one.id() == row);
            return refused(refusal, id, there ? row : null, typed, model, response);
        }
        return done("rowChanged", id, "#row-" + row, after);
    }

    @PostMapping("/rows/{row:\\d{1,18}}/removal")
    String remove(@PathVariable long id, @PathVariable long row, Model model, RedirectAttributes after, HttpServletResponse response) {
        try {
            drafts.remove(id, viewers.current(), row);
        } catch (Refusal refusal) {
            return refused(refusal, id, null, RowFields.EMPTY, model, response);
        }
        return done("rowRemoved", id, "#rows", after);
    }

    @PostMapping("/rows/{row:\\d{1,18}}/{way:up|down}")
    String move(@PathVariable long id, @PathVariable long row, @PathVariable String way, Model model, HttpServletResponse response) {
        try {
            drafts.move(id, viewers.current(), row, way.equals("down"));
        } catch (Refusal refusal) {
            return refused(refusal, id, null, RowFields.EMPTY, model, response);
        }
        return "redirect:/school-years/" + id + "/programme#row-" + row;
    }

    @PostMapping("/versions")
    String send(@PathVariable long id, @RequestParam(defaultValue = "false") boolean withRemarks, Model model, RedirectAttributes after,
                HttpServletResponse response) {
        try {
            drafts.send(id, viewers.current(), withRemarks);
        } catch (Refusal refusal) {
            return refused(refusal, id, null, RowFields.EMPTY, model, response);
        }
        return done("sent", id, "", after);
    }

    /** The page once more, with what was typed and why it was not taken. */
    private String refused(Refusal refusal, long id, Long edit, RowFields typed, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("typed", typed);
        model.addAttribute("refused", messages.getMessage(refusal.code(), refusal.arguments(), Texts.RUSSIAN));
        model.addAttribute("refusedField", refusal.field());
        return show(id, edit, model);
    }

    private String done(String what, long id, String anchor, RedirectAttributes after) {
        after.addFlashAttribute("done", messages.getMessage("schoolyear.programme." + what, null, Texts.RUSSIAN));
        return "redirect:/school-years/" + id + "/programme" + anchor;
    }
}
