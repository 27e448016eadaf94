package ru.marshrut.expertise.web;

import static java.util.stream.Collectors.toMap;
import static ru.marshrut.expertise.web.Answers.typed;

import java.util.Comparator;
import java.util.List;
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
import ru.marshrut.expertise.experts.ExpertConflicts;
import ru.marshrut.expertise.persistence.ConflictRows.Conflict;
import ru.marshrut.territory.Municipality;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Region;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Territory;

/** The expert's own conflicts: declared before anybody gives him a school, taken back with a reason. */
@Controller
@RequestMapping("/my/conflicts")
class ConflictsPage {

    private final ExpertConflicts conflicts;
    private final Territory territory;
    private final Viewers viewers;
    private final Answers answers;

    ConflictsPage(ExpertConflicts conflicts, Territory territory, Viewers viewers, Answers answers) {
        this.conflicts = conflicts;
        this.territory = territory;
        this.viewers = viewers;
        this.answers = answers;
    }

    /** The region and the municipality narrow the schools to choose from; one that does not exist has none. */
    @GetMapping
    String show(@RequestParam(required = false) Long region, @RequestParam(required = false) Long municipality, Model model) {
        Viewer viewer = viewers.current();
        List<Conflict> own = conflicts.own(viewer);
        List<Region> regions = territory.regions().stream().sorted(Comparator.comparing(Region::name)).toList();
        List<Municipality> municipalities = region == null ? List.of() : territory.municipalitiesOf(region);
        boolean chosen = municipalities.stream().anyMatch(one -> municipality != null && one.id() == municipality);
        model.addAttribute("conflicts", own);
        model.addAttribute("schools", territory.schools(own.stream().map(Conflict::schoolId).toList()));
        model.addAttribute("regions", regions);
        model.addAttribute("regionNames", regions.stream().collect(toMap(Region::id, Region::name)));
        model.addAttribute("region", region);
        model.addAttribute("municipalities", municipalities);
        model.addAttribute("municipality", chosen ? municipality : null);
        model.addAttribute("found", chosen ? territory.schoolsWithin(Place.municipality(municipality)) : List.<School>of());
        answers.nothingTypedByDefault(model);
        return "expertise/my-conflicts";
    }

    @PostMapping
    String declare(@RequestParam(required = false) Long school, @RequestParam(defaultValue = "") String reason,
                   @RequestParam(required = false) Long region, @RequestParam(required = false) Long municipality, RedirectAttributes back) {
        Viewer viewer = viewers.current();
        conflicts.own(viewer);
        String page = region == null || municipality == null ? "/my/conflicts" : "/my/conflicts?region=" + region + "&municipality=" + municipality;
        return answers.carryOut(page, "expertise.conflict.done.declared", "declare", typed("school", school, "reason", reason), back,
            () -> conflicts.declare(viewer, school, reason));
    }

    @PostMapping("/{conflictId:\\d{1,18}}/withdrawal")
    String withdraw(@PathVariable long conflictId, @RequestParam(defaultValue = "") String reason, RedirectAttributes back) {
        Viewer viewer = viewers.current();
        return answers.carryOut("/my/conflicts", "expertise.conflict.done.withdrawn", "withdraw-" + conflictId, typed("reason", reason), back,
            () -> conflicts.withdraw(viewer, conflictId, reason));
    }
}
