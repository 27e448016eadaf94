package ru.marshrut.work.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.audit.Subject;
import ru.marshrut.shared.Days;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Histories;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Staff;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.bulk.BulkOrder;
import ru.marshrut.work.bulk.BulkPreview;
import ru.marshrut.work.bulk.BulkRun;
import ru.marshrut.work.bulk.Bulks;
import ru.marshrut.work.web.BulkSelection.Filter;

/** Orders for many tasks of a territory: select, look at what would change, confirm, see what came of it. */
@Controller
@RequestMapping("/bulk")
class BulkPages {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final Bulks bulks;
    private final BulkSelection selection;
    private final Viewers viewers;
    private final Staff staff;
    private final Histories histories;
    private final MessageSource messages;

    BulkPages(Bulks bulks, BulkSelection selection, Viewers viewers, Staff staff, Histories histories, MessageSource messages) {
        this.bulks = bulks;
        this.selection = selection;
        this.viewers = viewers;
        this.staff = staff;
        this.histories = histories;
        this.messages = messages;
    }

    /** What was typed; text, so that it stays as it was. */
    record Typed(BulkOrder.Action action, String comment, String until, String person, String from, String orderNumber) {

        static final Typed NOTHING = new Typed(null, null, null, null, null, null);

        Typed {
            comment = Objects.requireNonNullElse(comment, "");
            until = Objects.requireNonNullElse(until, "");
            person = Objects.requireNonNullElse(person, "");
            from = Objects.requireNonNullElse(from, "");
            orderNumber = Objects.requireNonNullElse(orderNumber, "");
        }
    }

    @GetMapping
    String select(@ModelAttribute Filter filter, @RequestParam(defaultValue = "1") int page, Model model) {
        Viewer viewer = viewers.current();
        model.addAllAttributes(selection.page(filter, page, viewer));
        model.addAttribute("actions", BulkOrder.Action.values());
        model.addAttribute("recent", bulks.recent(viewer));
        model.addAttribute("zone", Viewers.FEDERATION_ZONE);
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", Typed.NOTHING);
        }
        return "work/bulk";
    }

    @PostMapping
    String prepare(@ModelAttribute Filter filter, @ModelAttribute Typed typed, @RequestParam(defaultValue = "") List<String> tasks,
                   @RequestParam(defaultValue = "false") boolean all, RedirectAttributes back) {
        Viewer viewer = viewers.current();
        List<String> chosen = all ? selection.of(filter, viewer).stream().map(OpenTask::id).limit(Bulks.MOST).toList() : tasks;
        try {
            return "redirect:/bulk/" + bulks.prepare(viewer, order(typed), chosen);
        } catch (Refusal refusal) {
            back.addFlashAttribute("refused", text(refusal));
            back.addFlashAttribute("refusedField", refusal.field());
            back.addFlashAttribute("typed", typed);
            back.addFlashAttribute("chosen", chosen);
            back.mergeAttributes(filter.asParameters());
            return "redirect:/bulk";
        }
    }

    private BulkOrder order(Typed typed) {
        Long person = typed.person().isBlank() ? null : staff.personByEmail(typed.person().strip()).map(Person::id)
            .orElseThrow(() -> Refusal.ofField("person", "work.bulk.unknownPerson", typed.person().strip()));
        return new BulkOrder(typed.action(), typed.comment().strip(), day("until", typed.until()), person, day("from", typed.from()),
            typed.orderNumber().strip());
    }

    private static LocalDate day(String field, String typed) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            if (Days.canBeMeant(day)) {
                return day;
            }
        } catch (DateTimeParseException e) {
            throw Refusal.ofField(field, "work.bulk.notADay", typed.strip());
        }
        throw Refusal.ofField(field, "work.bulk.notADay", typed.strip());
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, Model model) {
        Viewer viewer = viewers.current();
        BulkRun run = bulks.run(id, viewer);
        model.addAttribute("run", run);
        if (run.confirmedAt() == null) {
            BulkPreview preview = bulks.preview(id, viewer);
            model.addAttribute("preview", preview);
            model.addAttribute("lines", selection.lines(preview.lines().stream()
                .map(line -> new BulkSelection.Outcome(line.taskId(), line.possible(), line.words())).toList()));
        } else {
            model.addAttribute("lines", selection.lines(run.items().stream()
                .map(item -> new BulkSelection.Outcome(item.taskId(), item.done(), item.words())).toList()));
            model.addAttribute("history", histories.about(Subject.of(Bulks.SUBJECT, id)));
        }
        model.addAttribute("person", run.order().personId() == null ? null : staff.person(run.order().personId()).fullName());
        model.addAttribute("zone", Viewers.FEDERATION_ZONE);
        return "work/bulk-run";
    }

    @PostMapping("/{id}/confirm")
    String confirm(@PathVariable long id, @RequestParam(defaultValue = "") String fingerprint, RedirectAttributes back) {
        return go(id, back, viewer -> bulks.confirm(id, viewer, fingerprint));
    }

    @PostMapping("/{id}/proceed")
    String proceed(@PathVariable long id, RedirectAttributes back) {
        return go(id, back, viewer -> bulks.proceed(id, viewer));
    }

    private interface Going {
        void by(Viewer viewer);
    }

    private String go(long id, RedirectAttributes back, Going going) {
        Viewer viewer = viewers.current();
        try {
            going.by(viewer);
            BulkRun run = bulks.run(id, viewer);
            back.addFlashAttribute("done", messages.getMessage("work.bulk.done", new Object[] {run.done(), run.refused()}, RUSSIAN));
        } catch (Refusal refusal) {
            back.addFlashAttribute("refused", text(refusal));
        }
        return "redirect:/bulk/" + id;
    }

    private String text(Refusal refusal) {
        return messages.getMessage(refusal.code(), refusal.arguments(), RUSSIAN);
    }
}
