package ru.marshrut.expertise.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.audit.Subject;
import ru.marshrut.documents.office.Texts;
import ru.marshrut.expertise.FactKind;
import ru.marshrut.expertise.Part;
import ru.marshrut.expertise.Rubric;
import ru.marshrut.expertise.rubrics.ReferenceAccess;
import ru.marshrut.expertise.rubrics.RubricVersions;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Histories;

/** The rubrics in their versions; an administrator makes new ones. */
@Controller
@RequestMapping("/admin/rubrics")
class RubricPages {

    private static final String LIST = "/admin/rubrics";

    private final RubricVersions rubrics;
    private final ReferenceAccess access;
    private final Histories histories;
    private final Viewers viewers;
    private final MessageSource messages;

    RubricPages(RubricVersions rubrics, ReferenceAccess access, Histories histories, Viewers viewers, MessageSource messages) {
        this.rubrics = rubrics;
        this.access = access;
        this.histories = histories;
        this.viewers = viewers;
        this.messages = messages;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("rubrics", rubrics.all(viewers.current()));
        model.addAttribute("parts", Part.values());
        return "expertise/rubrics";
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, Model model) {
        Viewer viewer = viewers.current();
        Rubric rubric = rubrics.get(id, viewer);
        model.addAttribute("rubric", rubric);
        model.addAttribute("parts", Part.values());
        model.addAttribute("mayChange", access.mayChange(viewer));
        model.addAttribute("zone", Viewers.FEDERATION_ZONE);
        model.addAttribute("history", histories.about(Subject.of(RubricVersions.SUBJECT, rubric.code())));
        return "expertise/rubric";
    }

    @PostMapping("/{id}/draft")
    String draft(@PathVariable long id) {
        return "redirect:" + LIST + "/" + rubrics.draft(id, viewers.current()) + "/edit";
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable long id, Model model) {
        Viewer viewer = viewers.current();
        Rubric rubric = rubrics.get(id, viewer);
        if (!access.mayChange(viewer) || rubric.published()) {
            throw new NotYours(RubricVersions.SUBJECT, id);
        }
        return form(rubric, RubricForm.of(rubric), model);
    }

    @PostMapping("/{id}")
    String change(@PathVariable long id, @ModelAttribute RubricForm typed, Model model, RedirectAttributes after, HttpServletResponse response) {
        Viewer viewer = viewers.current();
        RubricForm form = typed.withoutRemoved();
        try {
            rubrics.change(id, form.content(), viewer);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refused", text(refusal.code(), refusal.arguments()));
            model.addAttribute("refusedField", refusal.field());
            return form(rubrics.get(id, viewer), form.withRoomForOneMore(), model);
        }
        after.addFlashAttribute("done", text("expertise.rubrics.changed"));
        return "redirect:" + LIST + "/" + id;
    }

    @PostMapping("/{id}/publish")
    String publish(@PathVariable long id, RedirectAttributes after) {
        return answered(LIST + "/" + id, LIST + "/" + id, "expertise.rubrics.nowPublished", after, () -> rubrics.publish(id, viewers.current()));
    }

    @PostMapping("/{id}/discard")
    String discard(@PathVariable long id, RedirectAttributes after) {
        return answered(LIST, LIST + "/" + id, "expertise.rubrics.discarded", after, () -> rubrics.discard(id, viewers.current()));
    }

    private String answered(String page, String pageOfRefusal, String done, RedirectAttributes after, Runnable change) {
        try {
            change.run();
        } catch (Refusal refusal) {
            after.addFlashAttribute("refused", text(refusal.code(), refusal.arguments()));
            return "redirect:" + pageOfRefusal;
        }
        after.addFlashAttribute("done", text(done));
        return "redirect:" + page;
    }

    private String form(Rubric rubric, RubricForm form, Model model) {
        model.addAttribute("rubric", rubric);
        model.addAttribute("form", form);
        model.addAttribute("parts", Part.values());
        model.addAttribute("kinds", FactKind.values());
        return "expertise/rubric-edit";
    }

    private String text(String code, Object... arguments) {
        return messages.getMessage(code, arguments, Texts.RUSSIAN);
    }
}
