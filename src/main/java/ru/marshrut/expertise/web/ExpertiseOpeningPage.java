package ru.marshrut.expertise.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.expertise.Expertise.SampleRule;
import ru.marshrut.expertise.Expertises;
import ru.marshrut.expertise.Rubric;
import ru.marshrut.expertise.Rubrics;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.work.FormInput;

/** The page on which the region's coordinator opens an expertise. */
@Controller
class ExpertiseOpeningPage {

    private static final List<String> FIELDS =
        List.of("region", "year", "rubric", "rule", "sampleSize", "byRisk", "seed", "expertsPerSchool", "disputeStep", "checkUntil", "appealDays");

    private final Expertises expertises;
    private final Rubrics rubrics;
    private final CoordinatedRegions regions;
    private final Viewers viewers;
    private final MessageSource messages;
    private final Clock clock;

    ExpertiseOpeningPage(Expertises expertises, Rubrics rubrics, CoordinatedRegions regions, Viewers viewers, MessageSource messages, Clock clock) {
        this.expertises = expertises;
        this.rubrics = rubrics;
        this.regions = regions;
        this.viewers = viewers;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/expertises/new")
    String fill(Model model) {
        int year = LocalDate.ofInstant(clock.instant(), Viewers.FEDERATION_ZONE).getYear();
        return page(coordinated(viewers.current()), FormInput.of(Map.of("year", String.valueOf(year), "rule", SampleRule.SHARE.name(), "sampleSize", "20",
            "expertsPerSchool", "2", "disputeStep", "1", "appealDays", "10")), model);
    }

    @PostMapping("/expertises")
    String open(@RequestParam Map<String, String> typed, Model model, RedirectAttributes after, HttpServletResponse response) {
        Viewer viewer = viewers.current();
        Map<Long, String> choices = coordinated(viewer);
        Map<String, String> known = new TreeMap<>(typed);
        known.keySet().retainAll(FIELDS);
        FormInput input = FormInput.of(known);
        try {
            long id = expertises.open(viewer, terms(input, choices));
            after.addFlashAttribute("done", text("expertise.web.opened"));
            return "redirect:/expertises/" + id;
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refused", text(refusal.code(), refusal.arguments()));
            model.addAttribute("errorField", refusal.field());
            model.addAttribute("error", text(refusal.code(), refusal.arguments()));
            return page(choices, input, model);
        }
    }

    private Expertises.Terms terms(FormInput input, Map<Long, String> choices) {
        long region = number(input, "region");
        if (!choices.containsKey(region)) {
            throw new NotYours("region", region);
        }
        long chosen = number(input, "rubric");
        Rubric rubric = published().filter(one -> one.id() == chosen).findFirst().orElseThrow(() -> Refusal.ofField("rubric", "expertise.open.oldRubric"));
        return new Expertises.Terms(region, (int) number(input, "year"), rubric.stage(), rubric.id(), input.choice("rule", SampleRule.class),
            (int) number(input, "sampleSize"), input.isChecked("byRisk"), input.text("seed").isEmpty() ? null : number(input, "seed"),
            (int) number(input, "expertsPerSchool"), (int) number(input, "disputeStep"), input.date("checkUntil"), (int) number(input, "appealDays"));
    }

    private static long number(FormInput input, String field) {
        String typed = input.required(field);
        if (!typed.matches("\\d{1,9}")) {
            throw Refusal.ofField(field, "expertise.web.notANumber", typed);
        }
        return Long.parseLong(typed);
    }

    private Stream<Rubric> published() {
        return Stream.of(2, 1).flatMap(stage -> rubrics.latest(stage).stream());
    }

    private String page(Map<Long, String> choices, FormInput input, Model model) {
        model.addAttribute("regions", choices);
        model.addAttribute("rubrics", published().toList());
        model.addAttribute("rules", SampleRule.values());
        model.addAttribute("input", input);
        return "expertise/new";
    }

    private Map<Long, String> coordinated(Viewer viewer) {
        Map<Long, String> choices = regions.coordinated(viewer);
        if (choices.isEmpty()) {
            throw new NotYours("expertises of person", viewer.personId());
        }
        return choices;
    }

    private String text(String code, Object... arguments) {
        return messages.getMessage(code, arguments, Locale.forLanguageTag("ru"));
    }
}
