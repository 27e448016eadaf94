package ru.marshrut.roadmap.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.marshrut.access.SeenPlaces;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.calendar.Recurrence;
import ru.marshrut.roadmap.Evidence;
import ru.marshrut.roadmap.IndicatorKind;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Population;
import ru.marshrut.roadmap.Preview;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.RoadMapAccess;
import ru.marshrut.roadmap.RoadMapDrafts;
import ru.marshrut.roadmap.reading.Column;
import ru.marshrut.roadmap.reading.ReadRow;
import ru.marshrut.territory.Role;

/** The page on which a coordinator checks what was understood of an order's table, row by row. */
@Controller
@RequestMapping("/road-maps/{id}/draft")
class DraftPage {

    /** Roles that a measure can be given to. */
    private static final List<Role> ROLES = Arrays.stream(Role.values()).filter(role -> role != Role.OBSERVER && role != Role.ADMINISTRATOR).toList();

    private final RoadMapDrafts drafts;
    private final RoadMapAccess access;
    private final DraftViews views;
    private final SeenPlaces places;
    private final Viewers viewers;

    DraftPage(RoadMapDrafts drafts, RoadMapAccess access, DraftViews views, SeenPlaces places, Viewers viewers) {
        this.drafts = drafts;
        this.access = access;
        this.views = views;
        this.places = places;
        this.viewers = viewers;
    }

    /**
     * @param page from 0
     * @param edit place of the row whose every field is edited
     */
    @GetMapping
    String show(@PathVariable long id, @RequestParam(defaultValue = "ALL") DraftViews.Show show, @RequestParam(defaultValue = "0") int page,
                @RequestParam(required = false) Integer edit, Model model) {
        Viewer viewer = viewers.current();
        RoadMap map = access.coordinated(id, viewer);
        if (!drafts.isBeingPrepared(id)) {
            return "redirect:/road-maps/" + id;
        }
        Preview preview = drafts.preview(viewer, id);
        model.addAttribute("map", map);
        model.addAttribute("place", places.name(map.place()));
        model.addAttribute("draft", preview.draft());
        model.addAttribute("preview", preview);
        model.addAttribute("show", show);
        model.addAttribute("edit", edit);
        model.addAttribute("rows", views.page(preview, show, page, edit, typed(model)));
        model.addAttribute("count", preview.imported().size());
        model.addAttribute("open", preview.openDecisions());
        model.addAttribute("openRows", preview.rows().stream().filter(Preview.Row::isOpen).count());
        model.addAttribute("out", preview.rows().stream().filter(row -> row.leftOut() != null).count());
        model.addAttribute("controllers", drafts.controllers(map));
        model.addAttribute("proposedController", drafts.proposedController(map, preview.draft()).orElse(null));
        model.addAttribute("proposedOrder", drafts.proposedOrder(map, preview.draft()));
        model.addAttribute("wholeRoles", wholeRoles(map, preview));
        model.addAttribute("withoutRoles", preview.chosenTables().stream().anyMatch(table -> !table.columns().contains(Column.RESPONSIBLE)));
        model.addAttribute("namingNobody", preview.imported().stream().filter(ReadRow::namesNobody).count());
        choices(model);
        return "roadmap/draft";
    }

    private static void choices(Model model) {
        model.addAttribute("roles", ROLES);
        model.addAttribute("columns", Column.values());
        model.addAttribute("evidences", Evidence.values());
        model.addAttribute("outcomes", OutcomeKind.values());
        model.addAttribute("kinds", IndicatorKind.values());
        model.addAttribute("populations", Population.values());
        model.addAttribute("periods", Recurrence.Kind.values());
        if (!model.containsAttribute("typedForm")) {
            model.addAttribute("typedForm", "");
        }
    }

    /** Roles confirmed for the whole table, or the level's organiser, as the reading proposes for rows that name nobody. */
    private static Set<Role> wholeRoles(RoadMap map, Preview preview) {
        if (preview.draft().choices().roles() != null) {
            return preview.draft().choices().roles();
        }
        return switch (map.level()) {
            case FEDERAL -> Set.of();
            case REGIONAL -> Set.of(Role.REGIONAL_COORDINATOR);
            case MUNICIPAL -> Set.of(Role.MUNICIPAL_COORDINATOR);
        };
    }

    @SuppressWarnings("unchecked") // put there by DraftForms
    private static MultiValueMap<String, String> typed(Model model) {
        return "row".equals(model.getAttribute("typedForm")) ? (MultiValueMap<String, String>) model.getAttribute("typed") : null;
    }
}
