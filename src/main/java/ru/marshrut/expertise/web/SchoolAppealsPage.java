package ru.marshrut.expertise.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.NoSuchElementException;
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
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.ExpertiseAccess;
import ru.marshrut.expertise.Expertises;
import ru.marshrut.expertise.SampledSchool;
import ru.marshrut.expertise.Samples;
import ru.marshrut.expertise.appeals.About;
import ru.marshrut.expertise.appeals.SchoolAppeals;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Territory;

/** A school's scores and remarks with its appeals: it files them here and follows them. Experts are not named. */
@Controller
@RequestMapping("/schools/{schoolId:\\d{1,18}}/expertise/{expertiseId:\\d{1,18}}/appeals")
class SchoolAppealsPage {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final SchoolAppeals appeals;
    private final Expertises expertises;
    private final Samples samples;
    private final ExpertiseAccess access;
    private final Territory territory;
    private final Viewers viewers;
    private final MessageSource messages;

    SchoolAppealsPage(SchoolAppeals appeals, Expertises expertises, Samples samples, ExpertiseAccess access, Territory territory, Viewers viewers,
                      MessageSource messages) {
        this.appeals = appeals;
        this.expertises = expertises;
        this.samples = samples;
        this.access = access;
        this.territory = territory;
        this.viewers = viewers;
        this.messages = messages;
    }

    @GetMapping
    String show(@PathVariable long schoolId, @PathVariable long expertiseId, Model model) {
        return page(schoolId, expertiseId, model);
    }

    @PostMapping
    String file(@PathVariable long schoolId, @PathVariable long expertiseId, @RequestParam(defaultValue = "") String about,
                @RequestParam(defaultValue = "") String words, Model model, RedirectAttributes after, HttpServletResponse response) {
        Viewer viewer = viewers.current();
        SampledSchool school = seen(schoolId, expertiseId, viewer);
        try {
            appeals.file(viewer, school.id(), About.parse(about).orElseThrow(() -> new NotYours("appeal", about)), words);
            after.addFlashAttribute("done", messages.getMessage("expertise.appeal.filed", null, RUSSIAN));
            return "redirect:/schools/" + schoolId + "/expertise/" + expertiseId + "/appeals";
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            String text = messages.getMessage(refusal.code(), refusal.arguments(), RUSSIAN);
            model.addAttribute("refused", text);
            model.addAttribute("error", text);
            model.addAttribute("typedAbout", about);
            model.addAttribute("typed", words);
            return page(schoolId, expertiseId, model);
        }
    }

    private String page(long schoolId, long expertiseId, Model model) {
        Viewer viewer = viewers.current();
        SampledSchool school = seen(schoolId, expertiseId, viewer);
        Expertise expertise = expertises.get(expertiseId);
        model.addAttribute("expertise", expertise);
        model.addAttribute("school", territory.school(schoolId));
        model.addAttribute("lines", appeals.all(expertise, school));
        model.addAttribute("mayFile", appeals.mayFile(expertise, school, viewer));
        model.addAttribute("region", access.maySee(expertise, viewer));
        model.addAttribute("zone", territory.region(expertise.regionId()).zone());
        return "expertise/school-appeals";
    }

    /** Before the release even the region finds nothing here: there is nothing to answer yet. */
    private SampledSchool seen(long schoolId, long expertiseId, Viewer viewer) {
        try {
            Expertise expertise = expertises.get(expertiseId);
            return samples.all(expertiseId).stream().filter(one -> one.schoolId() == schoolId)
                .filter(one -> expertise.isReleased() && access.maySeeResult(expertise, one, viewer)).findFirst()
                .orElseThrow(() -> new NotYours(Expertises.SUBJECT, expertiseId));
        } catch (NoSuchElementException unknown) {
            throw new NotYours(Expertises.SUBJECT, expertiseId); // whether it exists is nobody's business
        }
    }
}
