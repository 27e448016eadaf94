package ru.marshrut.roadmap.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.roadmap.ImportDecisions;
import ru.marshrut.roadmap.Order;
import ru.marshrut.roadmap.Preview;
import ru.marshrut.roadmap.RoadMapAccess;
import ru.marshrut.roadmap.RoadMapDrafts;
import ru.marshrut.roadmap.reading.Column;
import ru.marshrut.roadmap.reading.Correction;
import ru.marshrut.roadmap.reading.ReadRow;
import ru.marshrut.roadmap.reading.ReadRow.Field;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Role;

/** The forms on the page of a draft: each leads back to it, with a word that it is done, or why not and what was typed. */
@Controller
@RequestMapping("/road-maps/{id}/draft")
class DraftForms {

    private final RoadMapDrafts drafts;
    private final ImportDecisions decisions;
    private final RoadMapAccess access;
    private final Viewers viewers;
    private final RoadMapWords words;

    DraftForms(RoadMapDrafts drafts, ImportDecisions decisions, RoadMapAccess access, Viewers viewers, RoadMapWords words) {
        this.drafts = drafts;
        this.decisions = decisions;
        this.access = access;
        this.viewers = viewers;
        this.words = words;
    }

    @PostMapping("/order")
    String order(@PathVariable long id, @RequestParam int revision, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes back) {
        return carryOut(page(id, typed) + "#order", "roadmap.web.orderSet", "order", typed, back, viewer -> drafts.setOrder(viewer, id, revision, text(typed, "title"),
            new Order(text(typed, "orderNumber"), RowForm.date("orderDate", text(typed, "orderDate")),
                RowForm.date("effectiveFrom", text(typed, "effectiveFrom"))),
            controller(text(typed, "controller"))));
    }

    @PostMapping("/tables")
    String tables(@PathVariable long id, @RequestParam int revision, @RequestParam(defaultValue = "") Set<Integer> tables,
                  @RequestParam MultiValueMap<String, String> typed, RedirectAttributes back) {
        return carryOut(page(id, typed) + "#tables", "roadmap.web.tablesChosen", "tables", typed, back,
            viewer -> decisions.chooseTables(viewer, id, revision, tables));
    }

    @PostMapping("/columns")
    String columns(@PathVariable long id, @RequestParam int revision, @RequestParam int table, @RequestParam List<Column> columns,
                   @RequestParam MultiValueMap<String, String> typed, RedirectAttributes back) {
        return carryOut(page(id, typed) + "#tables", "roadmap.web.columnsSet", "columns" + table, typed, back,
            viewer -> decisions.setColumns(viewer, id, revision, table, columns));
    }

    @PostMapping("/roles")
    String roles(@PathVariable long id, @RequestParam int revision, @RequestParam(defaultValue = "") Set<Role> roles,
                 @RequestParam MultiValueMap<String, String> typed, RedirectAttributes back) {
        return carryOut(page(id, typed) + "#rows", "roadmap.web.rolesConfirmed", "roles", typed, back,
            viewer -> decisions.confirmRoles(viewer, id, revision, roles));
    }

    /** @param fields that the form holds: of a row that asks for something only those; what was not changed there is so confirmed */
    @PostMapping("/rows")
    String correct(@PathVariable long id, @RequestParam int revision, @RequestParam String key, @RequestParam int at, @RequestParam Set<Field> fields,
                   @RequestParam MultiValueMap<String, String> typed, RedirectAttributes back) {
        String page = page(id, typed);
        String answer = carryOut(page + "#row-" + at, "roadmap.web.rowSaved", "row", typed, back, viewer -> {
            ReadRow row = row(viewer, id, key);
            Set<Field> asked = row.decisions().stream().map(ReadRow.Decision::field).collect(Collectors.toCollection(() -> EnumSet.noneOf(Field.class)));
            asked.retainAll(fields);
            Map<Field, Correction.Value> values = RowForm.typed(typed).values(fields, asked, row.content());
            decisions.correct(viewer, id, revision, key, values);
        });
        boolean refused = back.getFlashAttributes().containsKey("refused");
        return refused ? "redirect:" + page + (page.contains("?") ? "&" : "?") + "edit=" + at + "#row-" + at : answer;
    }

    @PostMapping("/rows/confirmation")
    String confirm(@PathVariable long id, @RequestParam int revision, @RequestParam String key, @RequestParam int at,
                   @RequestParam MultiValueMap<String, String> typed, RedirectAttributes back) {
        return carryOut(page(id, typed) + "#row-" + at, "roadmap.web.rowConfirmed", "", typed, back, viewer -> decisions.confirm(viewer, id, revision, key,
            row(viewer, id, key).decisions().stream().map(ReadRow.Decision::field).collect(Collectors.toSet())));
    }

    @PostMapping("/rows/as-read")
    String asRead(@PathVariable long id, @RequestParam int revision, @RequestParam String key, @RequestParam int at, @RequestParam Field field,
                  @RequestParam MultiValueMap<String, String> typed, RedirectAttributes back) {
        return carryOut(page(id, typed) + "#row-" + at, "roadmap.web.correctionWithdrawn", "", typed, back,
            viewer -> decisions.asRead(viewer, id, revision, key, field));
    }

    @PostMapping("/rows/left-out")
    String leaveOut(@PathVariable long id, @RequestParam int revision, @RequestParam String key, @RequestParam int at,
                    @RequestParam MultiValueMap<String, String> typed, RedirectAttributes back) {
        return carryOut(page(id, typed) + "#row-" + at, "roadmap.web.leftOut", "out" + at, typed, back,
            viewer -> decisions.leaveOut(viewer, id, revision, key, text(typed, "reason")));
    }

    @PostMapping("/rows/taken-in")
    String takeIn(@PathVariable long id, @RequestParam int revision, @RequestParam String key, @RequestParam int at,
                  @RequestParam MultiValueMap<String, String> typed, RedirectAttributes back) {
        return carryOut(page(id, typed) + "#row-" + at, "roadmap.web.takenIn", "", typed, back, viewer -> decisions.takeIn(viewer, id, revision, key));
    }

    @PostMapping("/dropped")
    String discard(@PathVariable long id, @RequestParam int revision, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes back) {
        String answer = carryOut("/road-maps/" + id + "/versions", "roadmap.web.amendmentDropped", "", typed, back,
            viewer -> drafts.discard(viewer, id, revision));
        return back.getFlashAttributes().containsKey("refused") ? "redirect:" + page(id, typed) : answer;
    }

    @GetMapping("/source")
    String source(@PathVariable long id, Model model) {
        Viewer viewer = viewers.current();
        model.addAttribute("map", access.coordinated(id, viewer));
        model.addAttribute("draft", drafts.preview(viewer, id).draft());
        model.addAttribute("text", "");
        return "roadmap/source";
    }

    @PostMapping("/source")
    String importAnew(@PathVariable long id, @RequestParam int revision, @RequestParam(defaultValue = "") String text,
                      @RequestParam(required = false) MultipartFile file, Model model, RedirectAttributes after, HttpServletResponse response) {
        Viewer viewer = viewers.current();
        try {
            drafts.importAnew(viewer, id, revision, HandedIn.of(file, text));
            after.addFlashAttribute("done", words.of("roadmap.web.importedAnew"));
            return "redirect:/road-maps/" + id + "/draft";
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            String page = source(id, model);
            model.addAttribute("refused", words.of(refusal));
            model.addAttribute("refusedField", refusal.field());
            model.addAttribute("text", text);
            return page;
        }
    }

    private ReadRow row(Viewer viewer, long id, String key) {
        return drafts.preview(viewer, id).rows().stream().map(Preview.Row::read).filter(row -> row.key().equals(key)).findFirst()
            .orElseThrow(() -> new NotYours("row", key));
    }

    private String carryOut(String page, String done, String form, MultiValueMap<String, String> typed, RedirectAttributes back,
                            java.util.function.Consumer<Viewer> change) {
        try {
            change.accept(viewers.current());
            back.addFlashAttribute("done", words.of(done));
        } catch (Refusal refusal) {
            back.addFlashAttribute("refused", words.of(refusal));
            back.addFlashAttribute("refusedField", refusal.field());
            back.addFlashAttribute("typedForm", form);
            back.addFlashAttribute("typed", new LinkedMultiValueMap<>(typed));
        }
        return "redirect:" + page;
    }

    /** The page with the rows that were shown. */
    private static String page(long id, MultiValueMap<String, String> typed) {
        String show = text(typed, "show");
        String page = text(typed, "page");
        String query = (show.matches("OPEN|OUT") ? "&show=" + show : "") + (page.matches("[1-9]\\d{0,3}") ? "&page=" + page : "");
        return "/road-maps/" + id + "/draft" + (query.isEmpty() ? "" : "?" + query.substring(1));
    }

    private static Long controller(String typed) {
        if (!typed.matches("\\d{0,18}")) {
            throw Refusal.ofField("controller", "roadmap.draft.noController");
        }
        return typed.isEmpty() ? null : Long.valueOf(typed);
    }

    private static String text(MultiValueMap<String, String> typed, String name) {
        return Objects.requireNonNullElse(typed.getFirst(name), "").strip();
    }
}
