package ru.marshrut.schoolyear.web;

import static java.util.stream.Collectors.toCollection;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.documents.office.Texts;
import ru.marshrut.schoolyear.concept.RequiredDocument;
import ru.marshrut.schoolyear.concept.RequiredDocuments;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Territory;

/** The documents that a region asks of its schools in a year; its coordinator changes them. */
@Controller
@RequestMapping("/school-years/required")
class RequiredPage {

    private final RequiredDocuments required;
    private final Territory territory;
    private final AccessPolicy policy;
    private final Viewers viewers;
    private final MessageSource messages;

    RequiredPage(RequiredDocuments required, Territory territory, AccessPolicy policy, Viewers viewers, MessageSource messages) {
        this.required = required;
        this.territory = territory;
        this.policy = policy;
        this.viewers = viewers;
        this.messages = messages;
    }

    @GetMapping
    String show(@RequestParam long region, @RequestParam int year, Model model) {
        Viewer viewer = viewers.current();
        if (!policy.maySee(viewer, Place.region(region)) || year < 2000 || year > 2199) {
            throw new NotYours("required documents of region", region);
        }
        List<RequiredDocument> set = required.of(region, year);
        Set<RequiredDocument> offered = new LinkedHashSet<>(set);
        offered.addAll(required.offered());
        model.addAttribute("region", territory.region(region));
        model.addAttribute("year", year);
        model.addAttribute("set", set);
        model.addAttribute("offered", offered);
        model.addAttribute("mayChange", required.mayChange(region, viewer));
        if (!model.containsAttribute("chosen")) {
            model.addAttribute("chosen", set.stream().map(RequiredDocument::kind).collect(toCollection(LinkedHashSet::new)));
        }
        return "schoolyear/required";
    }

    @PostMapping
    String change(@RequestParam long region, @RequestParam int year, @RequestParam(defaultValue = "") List<String> kinds,
                  @RequestParam(defaultValue = "") String added, Model model, RedirectAttributes after, HttpServletResponse response) {
        try {
            required.change(region, year, viewers.current(), kinds, added.lines().toList());
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refused", messages.getMessage(refusal.code(), refusal.arguments(), Texts.RUSSIAN));
            model.addAttribute("chosen", new LinkedHashSet<>(kinds));
            model.addAttribute("added", added);
            return show(region, year, model);
        }
        after.addFlashAttribute("done", messages.getMessage("schoolyear.concept.setChanged", null, Texts.RUSSIAN));
        return "redirect:/school-years/required?region=" + region + "&year=" + year;
    }
}
