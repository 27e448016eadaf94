package ru.marshrut.expertise.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import ru.marshrut.access.Viewers;
import ru.marshrut.expertise.Criterion;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.ExpertiseAccess;
import ru.marshrut.expertise.Expertises;
import ru.marshrut.expertise.Part;
import ru.marshrut.expertise.Suggestion;
import ru.marshrut.expertise.Suggestions;
import ru.marshrut.expertise.facts.InvolvementFigures;
import ru.marshrut.expertise.facts.InvolvementKind;
import ru.marshrut.expertise.facts.RegionFacts;
import ru.marshrut.expertise.facts.StageFigures;
import ru.marshrut.expertise.facts.StageFigures.Standing;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.schoolyear.CuratorFigures;
import ru.marshrut.schoolyear.CuratorFigures.Figures;
import ru.marshrut.schoolyear.CuratorFigures.Share;
import ru.marshrut.territory.Territory;

/** What is counted of a region for a criterion of the organisational part, down to the schools and curators that it comes from. */
@Controller
class RegionFactsPage {

    /** What the address calls schools that are not counted. */
    private static final String DEPARTED = "DEPARTED";

    private final Expertises expertises;
    private final ExpertiseAccess access;
    private final Suggestions suggestions;
    private final RegionFacts facts;
    private final FactWords words;
    private final RoadMaps roadMaps;
    private final Territory territory;
    private final Viewers viewers;

    RegionFactsPage(Expertises expertises, ExpertiseAccess access, Suggestions suggestions, RegionFacts facts, FactWords words, RoadMaps roadMaps,
                    Territory territory, Viewers viewers) {
        this.expertises = expertises;
        this.access = access;
        this.suggestions = suggestions;
        this.facts = facts;
        this.words = words;
        this.roadMaps = roadMaps;
        this.territory = territory;
        this.viewers = viewers;
    }

    /** Some of the lines, by what the address calls them. */
    record Choice(String key, int count) {}

    /** @param show which schools, by the key of a choice; @param curator whose rows are opened */
    @GetMapping("/expertises/{id:\\d{1,18}}/facts/{code}")
    String show(@PathVariable long id, @PathVariable String code, @RequestParam(defaultValue = "") String show,
                @RequestParam(defaultValue = "1") int page, @RequestParam(required = false) Long curator, Model model) {
        Expertise expertise = access.visible(expertises.get(id), viewers.current());
        Criterion criterion = words.criterion(expertise, Part.ORGANISATIONAL, code);
        Suggestion suggestion = suggestions.ofRegion(expertise).get(criterion.id());
        if (suggestion == null) {
            throw new NoSuchElementException("facts of criterion " + code + " of a region");
        }
        model.addAttribute("expertise", expertise);
        model.addAttribute("criterion", criterion);
        model.addAttribute("region", territory.region(expertise.regionId()).name());
        model.addAttribute("day", facts.day(expertise).day());
        model.addAttribute("suggestion", suggestion);
        model.addAttribute("words", words.of(suggestion));
        switch (criterion.facts()) {
            case STAGE_COMPLETED -> showStage(facts.stage(expertise), show, page, model);
            case CURATORS_WORK -> showCurators(expertise, curator, model);
            case INVOLVEMENT -> showInvolvement(facts.involvement(expertise), show, page, model);
            case PROGRAMME_SHARE -> throw new IllegalStateException("suggested of a region: " + criterion);
        }
        return "expertise/facts";
    }

    private static void showStage(StageFigures figures, String show, int page, Model model) {
        List<Choice> choices = Stream.concat(Stream.of(Standing.values()).map(one -> new Choice(one.name(), figures.count(one))),
            Stream.of(new Choice(DEPARTED, figures.departed().size()))).filter(choice -> choice.count() > 0).toList();
        String chosen = chosen(show, choices);
        model.addAttribute("choices", choices);
        model.addAttribute("all", figures.lines().size());
        model.addAttribute("show", chosen);
        if (chosen.equals(DEPARTED)) {
            model.addAttribute("rows", Paged.of(figures.departed(), page));
        } else {
            model.addAttribute("rows", Paged.of(chosen.isEmpty() ? figures.lines() : figures.of(Standing.valueOf(chosen)), page));
        }
    }

    private void showInvolvement(InvolvementFigures figures, String show, int page, Model model) {
        String chosen = chosen(show, figures.kinds().stream().flatMap(kind -> Stream.of(new Choice(kind.kind().name(), kind.counted().size()),
            new Choice(missing(kind.kind()), kind.missing().size()))).toList());
        InvolvementKind kind = InvolvementKind.valueOf(chosen.isEmpty() ? InvolvementKind.EXPERIENCE.name() : chosen.replaceFirst("^NO_", ""));
        boolean missing = chosen.equals(missing(kind));
        Paged<InvolvementFigures.Line> rows = Paged.of(missing ? figures.of(kind).missing() : figures.of(kind).counted(), page);
        model.addAttribute("kinds", figures.kinds());
        model.addAttribute("kind", figures.of(kind));
        model.addAttribute("missing", missing);
        model.addAttribute("show", missing ? missing(kind) : kind.name());
        model.addAttribute("rows", rows);
        model.addAttribute("measures", titles(rows.lines().stream().flatMap(line -> line.measures().stream()).distinct().toList()));
    }

    private static String missing(InvolvementKind kind) {
        return "NO_" + kind;
    }

    /** What the address asks for, if there is such a choice. */
    private static String chosen(String show, List<Choice> choices) {
        return choices.stream().anyMatch(choice -> choice.key().equals(show)) ? show : "";
    }

    private Map<Long, String> titles(List<Long> measures) {
        Map<Long, String> titles = new LinkedHashMap<>();
        for (Measure measure : roadMaps.measuresById(measures).values()) {
            titles.put(measure.id(), measure.content().numberedTitle());
        }
        return titles;
    }

    private void showCurators(Expertise expertise, Long curator, Model model) {
        List<Figures> lines = facts.curators(expertise);
        Figures together = facts.curatorsTogether(expertise);
        model.addAttribute("lines", lines);
        model.addAttribute("together", together);
        model.addAttribute("commentedByNobody", rest(together.commented(), lines.stream().map(Figures::commented).toList()));
        model.addAttribute("visitsOfNobody", rest(together.visits(), lines.stream().map(Figures::visits).toList()));
        Figures opened = lines.stream().filter(line -> line.curatorId().equals(curator)).findFirst().orElse(null);
        if (opened != null) {
            CuratorFigures.Rows rows = facts.ofCurator(expertise, opened.curatorId());
            model.addAttribute("opened", opened);
            model.addAttribute("rows", rows);
            model.addAttribute("schools", territory.schools(Stream.concat(rows.decisions().stream().map(CuratorFigures.Decided::schoolId),
                rows.visits().stream().map(CuratorFigures.Visited::schoolId)).distinct().toList()));
        }
    }

    /** What happened in schools that nobody curated on the day. */
    private static Share rest(Share together, List<Share> ofCurators) {
        return new Share(together.part() - ofCurators.stream().mapToInt(Share::part).sum(),
            together.whole() - ofCurators.stream().mapToInt(Share::whole).sum());
    }
}
