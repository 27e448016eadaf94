package ru.marshrut.expertise.web;

import jakarta.servlet.http.HttpServletResponse;
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
import ru.marshrut.audit.Subject;
import ru.marshrut.documents.office.Texts;
import ru.marshrut.expertise.TypicalRemarks;
import ru.marshrut.expertise.rubrics.ReferenceAccess;
import ru.marshrut.expertise.rubrics.RemarkCatalogue;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Histories;

/** The catalogue of typical remarks; an administrator adds to it. */
@Controller
@RequestMapping("/admin/rubrics/remarks")
class RemarkPages {

    private static final String PAGE = "redirect:/admin/rubrics/remarks";

    private final RemarkCatalogue remarks;
    private final ReferenceAccess access;
    private final Histories histories;
    private final Viewers viewers;
    private final MessageSource messages;

    RemarkPages(RemarkCatalogue remarks, ReferenceAccess access, Histories histories, Viewers viewers, MessageSource messages) {
        this.remarks = remarks;
        this.access = access;
        this.histories = histories;
        this.viewers = viewers;
        this.messages = messages;
    }

    @GetMapping
    String show(Model model) {
        Viewer viewer = viewers.current();
        model.addAttribute("remarks", remarks.catalogue(viewer));
        model.addAttribute("mayChange", access.mayChange(viewer));
        model.addAttribute("zone", Viewers.FEDERATION_ZONE);
        model.addAttribute("history", histories.about(Subject.of(TypicalRemarks.SUBJECT, "all")));
        return "expertise/remarks";
    }

    @PostMapping
    String add(@RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "") String source, Model model, RedirectAttributes after,
               HttpServletResponse response) {
        try {
            remarks.add(text.strip(), source.strip(), viewers.current());
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refused", word(refusal.code(), refusal.arguments()));
            model.addAttribute("refusedField", refusal.field());
            model.addAttribute("text", text);
            model.addAttribute("source", source);
            return show(model);
        }
        after.addFlashAttribute("done", word("expertise.remarks.added"));
        return PAGE;
    }

    @PostMapping("/{id}/retire")
    String retire(@PathVariable long id, RedirectAttributes after) {
        remarks.retire(id, viewers.current());
        after.addFlashAttribute("done", word("expertise.remarks.retired"));
        return PAGE;
    }

    @PostMapping("/{id}/offer")
    String bringBack(@PathVariable long id, RedirectAttributes after) {
        remarks.bringBack(id, viewers.current());
        after.addFlashAttribute("done", word("expertise.remarks.broughtBack"));
        return PAGE;
    }

    private String word(String code, Object... arguments) {
        return messages.getMessage(code, arguments, Texts.RUSSIAN);
    }
}
