package ru.marshrut.administration.web;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.ImportProblem;
import ru.marshrut.territory.Participations;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Selection;
import ru.marshrut.territory.Selection.Plan;
import ru.marshrut.territory.Selection.Standing;
import ru.marshrut.territory.Selection.State;
import ru.marshrut.territory.SelectionLists;
import ru.marshrut.territory.Territory;

/** The region's selection of schools for a programme's year: from the proposal to the order, and out again. */
@Controller
@RequestMapping("/territory/regions/{id}")
class SelectionPages {

    /** Steps shown of the history. */
    private static final int SHOWN = 200;

    /** @param standing null where nothing is told of the school */
    record Line(School school, Standing standing) {}

    record Group(long id, String name, List<Line> lines) {}

    record Told(String school, Selection.Told step) {}

    /** Schools that cannot take the step, and the word for where they are. */
    record Stuck(String state, List<School> schools) {}

    private final Territory territory;
    private final Participations participations;
    private final Selection selection;
    private final SelectionLists lists;
    private final Keeping keeping;

    SelectionPages(Territory territory, Participations participations, Selection selection, SelectionLists lists, Keeping keeping) {
        this.territory = territory;
        this.participations = participations;
        this.selection = selection;
        this.lists = lists;
        this.keeping = keeping;
    }

    /** The address of earlier versions. */
    @GetMapping("/participants")
    String formerly(@PathVariable long id, @RequestParam(required = false) Integer year) {
        keeping.requireCoordinator(Place.region(id));
        return "redirect:/territory/regions/" + id + "/selection" + (year == null ? "" : "?year=" + year);
    }

    @GetMapping("/selection")
    String show(@PathVariable long id, @RequestParam(required = false) Integer year, @RequestParam(defaultValue = Participations.PROGRAMME) String programme,
                @RequestParam(required = false) State state, Model model) {
        keeping.requireCoordinator(Place.region(id));
        int shownYear = Typed.yearOr(year, keeping.today(id).getYear());
        List<String> programmes = participations.programmes(id);
        String shown = programmes.contains(programme) ? programme : Participations.PROGRAMME;
        Map<Long, Standing> standings = selection.standings(id, shown, shownYear);
        List<School> schools = territory.schoolsWithin(Place.region(id));
        Map<Long, List<Line>> lines = schools.stream().map(school -> new Line(school, standings.get(school.id())))
            .filter(line -> state == null || line.standing() != null && line.standing().state() == state)
            .collect(groupingBy(line -> line.school().municipalityId()));
        Map<Long, String> names = schools.stream().collect(toMap(School::id, School::name));
        model.addAttribute("region", territory.region(id));
        model.addAttribute("year", shownYear);
        model.addAttribute("programme", shown);
        model.addAttribute("programmes", programmes);
        model.addAttribute("state", state);
        model.addAttribute("states", State.values());
        model.addAttribute("counts", standings.values().stream().collect(groupingBy(Standing::state, counting())));
        model.addAttribute("assumed", shown.equals(Participations.PROGRAMME)
            && standings.values().stream().noneMatch(one -> one.state() == State.SELECTED || one.state() == State.LEFT));
        model.addAttribute("schoolCount", schools.size());
        model.addAttribute("groups", territory.municipalitiesOf(id).stream().filter(one -> lines.containsKey(one.id()))
            .map(one -> new Group(one.id(), one.name(), lines.get(one.id()))).toList());
        model.addAttribute("history", selection.history(id, shown, shownYear, SHOWN).stream()
            .map(step -> new Told(names.get(step.schoolId()), step)).toList());
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", SelectionForm.of(shown, shownYear, keeping.today(id)));
        }
        if (!model.containsAttribute("chosen")) {
            model.addAttribute("chosen", Set.of());
        }
        return "administration/selection";
    }

    /** What the step would do to the ticked schools, or to those of a list; nothing is changed yet. */
    @PostMapping("/selection/preview")
    String preview(@PathVariable long id, @ModelAttribute SelectionForm typed, @RequestParam(defaultValue = "") Set<Long> schools,
                   @RequestParam(required = false) MultipartFile file, Model model, RedirectAttributes back) throws IOException {
        keeping.requireCoordinator(Place.region(id));
        Set<Long> asked = new LinkedHashSet<>(schools);
        try {
            Selection.Step step = typed.step(keeping, keeping.today(id));
            List<ImportProblem> problems = List.of();
            if (file != null && !file.isEmpty()) {
                try (InputStream content = file.getInputStream()) {
                    SelectionLists.Schools listed = lists.readSchools(id, content);
                    asked.addAll(listed.schoolIds());
                    problems = listed.problems();
                }
            }
            if (asked.isEmpty() && problems.isEmpty()) {
                throw Refusal.ofField("schools", "administration.participants.none");
            }
            addPlan(model, selection.plan(id, asked, step));
            model.addAttribute("problems", problems);
            model.addAttribute("step", step);
        } catch (Refusal refusal) {
            return keeping.change(page(id, typed), "typed", typed, back, "", () -> {
                back.addFlashAttribute("chosen", schools);
                throw refusal;
            });
        }
        model.addAttribute("region", territory.region(id));
        model.addAttribute("typed", typed);
        return "administration/selection-preview";
    }

    private void addPlan(Model model, Plan plan) {
        Map<Long, School> named = territory.schools(Stream.of(plan.moved(), plan.unmoved(), plan.impossible().keySet())
            .flatMap(Set::stream).toList());
        model.addAttribute("moved", plan.moved().stream().map(named::get).toList());
        model.addAttribute("unmoved", plan.unmoved().stream().map(named::get).toList());
        Map<String, List<School>> stuck = plan.impossible().entrySet().stream().filter(one -> named.containsKey(one.getKey()))
            .collect(groupingBy(one -> keeping.text("territory.selection." + (one.getValue() == null ? "none" : one.getValue())),
                TreeMap::new, mapping(one -> named.get(one.getKey()), toList())));
        model.addAttribute("stuck", stuck.entrySet().stream().map(one -> new Stuck(one.getKey(), one.getValue())).toList());
    }

    @PostMapping("/selection")
    String carryOut(@PathVariable long id, @ModelAttribute SelectionForm typed, @RequestParam(defaultValue = "") Set<Long> schools, RedirectAttributes back) {
        keeping.requireCoordinator(Place.region(id));
        back.addFlashAttribute("chosen", schools);
        return keeping.change(page(id, typed), "typed", typed, back, "administration.participants.done", () -> {
            Selection.Step step = typed.step(keeping, keeping.today(id));
            if (schools.isEmpty()) {
                throw Refusal.ofField("schools", "administration.participants.none");
            }
            selection.carryOut(id, schools, step);
            back.addFlashAttribute("chosen", Set.of());
        });
    }

    @PostMapping("/selection/programmes")
    String addProgramme(@PathVariable long id, @RequestParam(defaultValue = "") String name, @RequestParam int year, RedirectAttributes back) {
        keeping.requireCoordinator(Place.region(id));
        String page = "/territory/regions/" + id + "/selection?year=" + year;
        return keeping.change(page, "typedName", name, back, "administration.selection.programmeAdded", () -> participations.addProgramme(id, name));
    }

    @GetMapping("/selection/template")
    void template(@PathVariable long id, HttpServletResponse response) throws IOException {
        keeping.requireCoordinator(Place.region(id));
        Workbooks.answer(response, keeping.text("administration.selection.templateName"));
        lists.writeSchoolTemplate(response.getOutputStream());
    }

    private static String page(long regionId, SelectionForm typed) {
        return UriComponentsBuilder.fromPath("/territory/regions/" + regionId + "/selection").queryParam("year", typed.year())
            .queryParam("programme", "{programme}").encode().buildAndExpand(typed.programme()).toUriString();
    }
}
