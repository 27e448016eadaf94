package ru.marshrut.administration.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.marshrut.access.Viewers;
import ru.marshrut.audit.Subject;
import ru.marshrut.shared.Days;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Absence;
import ru.marshrut.territory.Absences;
import ru.marshrut.territory.Appointment;
import ru.marshrut.territory.Histories;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/** Absence and substitution: a person's own page, and the same for coordinators who decide who holds his appointments. */
@Controller
class AbsencePages {

    private final Absences absences;
    private final Staff staff;
    private final Territory territory;
    private final Histories histories;
    private final Keeping keeping;

    AbsencePages(Absences absences, Staff staff, Territory territory, Histories histories, Keeping keeping) {
        this.absences = absences;
        this.staff = staff;
        this.territory = territory;
        this.histories = histories;
        this.keeping = keeping;
    }

    /** What was typed; text, so that it stays as it was. */
    record Typed(String firstDay, String lastDay, Absence.Kind kind, String substitute) {}

    record Line(Absence absence, Person other, boolean mayEnd, boolean mayWithdraw) {}

    @GetMapping("/my/absences")
    String mine(Model model) {
        return page(staff.person(keeping.viewer().personId()), "/my/absences", model);
    }

    @PostMapping("/my/absences")
    String enterMine(@ModelAttribute Typed typed, RedirectAttributes back) {
        return enter(keeping.viewer().personId(), typed, "/my/absences", back);
    }

    @PostMapping("/my/absences/{id}/end")
    String endMine(@PathVariable long id, @RequestParam(defaultValue = "") String lastDay, @RequestParam(defaultValue = "") String reason,
                   RedirectAttributes back) {
        return end(keeping.viewer().personId(), id, lastDay, reason, "/my/absences", back);
    }

    @PostMapping("/my/absences/{id}/withdraw")
    String withdrawMine(@PathVariable long id, @RequestParam(defaultValue = "") String reason, RedirectAttributes back) {
        return withdraw(keeping.viewer().personId(), id, reason, "/my/absences", back);
    }

    @GetMapping("/territory/people/{person}/absences")
    String of(@PathVariable long person, Model model) {
        return page(required(person), path(person), model);
    }

    @PostMapping("/territory/people/{person}/absences")
    String enter(@PathVariable long person, @ModelAttribute Typed typed, RedirectAttributes back) {
        return enter(required(person).id(), typed, path(person), back);
    }

    @PostMapping("/territory/people/{person}/absences/{id}/end")
    String end(@PathVariable long person, @PathVariable long id, @RequestParam(defaultValue = "") String lastDay,
               @RequestParam(defaultValue = "") String reason, RedirectAttributes back) {
        return end(required(person).id(), id, lastDay, reason, path(person), back);
    }

    @PostMapping("/territory/people/{person}/absences/{id}/withdraw")
    String withdraw(@PathVariable long person, @PathVariable long id, @RequestParam(defaultValue = "") String reason, RedirectAttributes back) {
        return withdraw(required(person).id(), id, reason, path(person), back);
    }

    private static String path(long person) {
        return "/territory/people/" + person + "/absences";
    }

    /** A substitution hands over all appointments of a person: only who has a say over each of them may enter it. */
    private Person required(long personId) {
        try {
            Person person = staff.person(personId);
            LocalDate today = today(person);
            List<Appointment> held = staff.careerOf(personId).stream()
                .filter(appointment -> appointment.endsOn() == null || !appointment.endsOn().isBefore(today)).toList();
            if (!held.isEmpty() && held.stream().allMatch(appointment -> keeping.hasSayOver(appointment.role(), appointment.place()))) {
                return person;
            }
        } catch (NoSuchElementException e) {
            throw new NotYours("person", personId);
        }
        throw new NotYours("person", personId);
    }

    private String page(Person person, String path, Model model) {
        LocalDate today = today(person);
        List<Absence> own = absences.of(person.id());
        List<Absence> others = absences.substitutedBy(person.id());
        Map<Long, Person> people = people(own, others);
        model.addAttribute("person", person);
        model.addAttribute("path", path);
        model.addAttribute("today", today);
        model.addAttribute("kinds", Absence.Kind.values());
        model.addAttribute("own", own.stream().map(absence -> line(absence, people.get(absence.substituteId()), today)).toList());
        model.addAttribute("others", others.stream().filter(absence -> !absence.withdrawn())
            .map(absence -> line(absence, people.get(absence.personId()), today)).toList());
        model.addAttribute("history", histories.about(Subject.of("person", person.id())));
        model.addAttribute("zone", person.regionId() == null ? Viewers.FEDERATION_ZONE : territory.region(person.regionId()).zone());
        if (!model.containsAttribute("absenceForm")) {
            model.addAttribute("absenceForm", new Typed(today.toString(), "", Absence.Kind.VACATION, ""));
        }
        return "administration/absences";
    }

    private static Line line(Absence absence, Person other, LocalDate today) {
        boolean begun = absence.firstDay().isBefore(today);
        boolean open = !absence.withdrawn() && !absence.lastDay().isBefore(today);
        return new Line(absence, other, open && absence.firstDay().isBefore(absence.lastDay()) && !absence.firstDay().isAfter(today), open && !begun);
    }

    private Map<Long, Person> people(Collection<Absence> own, Collection<Absence> others) {
        return staff.people(Stream.concat(own.stream().map(Absence::substituteId), others.stream().map(Absence::personId)).collect(Collectors.toSet()));
    }

    private String enter(long personId, Typed typed, String page, RedirectAttributes back) {
        return keeping.change(page, "absenceForm", typed, back, "administration.absence.done", () -> {
            Person person = staff.person(personId);
            String email = typed.substitute() == null ? "" : typed.substitute().strip();
            // People of other regions are not told of.
            Person substitute = staff.personByEmail(email).filter(found -> Objects.equals(found.regionId(), person.regionId()))
                .orElseThrow(() -> Refusal.ofField("substitute", "administration.absence.unknown", email));
            if (typed.kind() == null) {
                throw Refusal.ofField("kind", "administration.absence.noKind");
            }
            absences.enter(personId, substitute.id(), day("firstDay", typed.firstDay()), day("lastDay", typed.lastDay()), typed.kind());
        });
    }

    private String end(long personId, long id, String lastDay, String reason, String page, RedirectAttributes back) {
        requireOf(personId, id);
        return keeping.change(page, "typedReason", reason, back, "administration.absence.ended",
            () -> absences.endEarly(id, day("lastDay", lastDay), reason));
    }

    private String withdraw(long personId, long id, String reason, String page, RedirectAttributes back) {
        requireOf(personId, id);
        return keeping.change(page, "typedReason", reason, back, "administration.absence.withdrawn", () -> absences.withdraw(id, reason));
    }

    private void requireOf(long personId, long absenceId) {
        if (absences.of(personId).stream().noneMatch(absence -> absence.id() == absenceId)) {
            throw new NotYours("absence", absenceId);
        }
    }

    private LocalDate today(Person person) {
        return person.regionId() == null ? keeping.today(Viewers.FEDERATION_ZONE) : keeping.today(person.regionId());
    }

    private static LocalDate day(String field, String typed) {
        String text = typed == null ? "" : typed.strip();
        try {
            LocalDate day = LocalDate.parse(text);
            if (Days.canBeMeant(day)) {
                return day;
            }
        } catch (DateTimeParseException e) {
            throw Refusal.ofField(field, "administration.absence.notADay", text);
        }
        throw Refusal.ofField(field, "administration.absence.notADay", text);
    }
}
