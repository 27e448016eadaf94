package ru.marshrut.administration.web;

import java.time.LocalDate;
import java.util.NoSuchElementException;
import java.util.Set;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Appointment;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/** Single changes of the territory: appointments, risk directions, conflicts. */
@Controller
@RequestMapping("/territory")
class TerritoryChanges {

    private final Territory territory;
    private final Staff staff;
    private final Appointing appointing;
    private final Keeping keeping;

    TerritoryChanges(Territory territory, Staff staff, Appointing appointing, Keeping keeping) {
        this.territory = territory;
        this.staff = staff;
        this.appointing = appointing;
        this.keeping = keeping;
    }

    @PostMapping("/regions/{id}/appointments")
    String appointInRegion(@PathVariable long id, @ModelAttribute AppointmentForm form, RedirectAttributes back) {
        Place place = Place.region(id);
        keeping.requireSayOver(form.role() == null ? Role.REGIONAL_COORDINATOR : form.role(), place);
        return appoint(form, id, place, back);
    }

    @PostMapping("/municipalities/{id}/appointments")
    String appointInMunicipality(@PathVariable long id, @ModelAttribute AppointmentForm form, RedirectAttributes back) {
        Place place = Place.municipality(id);
        keeping.requireSayOver(form.role() == null ? Role.MUNICIPAL_COORDINATOR : form.role(), place);
        return appoint(form, territory.municipality(id).regionId(), place, back);
    }

    @PostMapping("/schools/{id}/appointments")
    String appointInSchool(@PathVariable long id, @ModelAttribute AppointmentForm form, RedirectAttributes back) {
        Place place = Place.school(id);
        keeping.requireCoordinator(place);
        return appoint(form, territory.school(id).regionId(), place, back);
    }

    private String appoint(AppointmentForm form, long regionId, Place place, RedirectAttributes back) {
        return keeping.change(TerritoryPages.link(place), "appointmentForm", form, back, "administration.appointment.done",
            () -> appointing.appoint(form, regionId, place));
    }

    @PostMapping("/appointments/{id}/end")
    String end(@PathVariable long id, @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate lastDay,
               @RequestParam(defaultValue = "") String reason, RedirectAttributes back) {
        Appointment appointment = known(id);
        keeping.requireSayOver(appointment.role(), appointment.place());
        return keeping.change(TerritoryPages.link(appointment.place()), "typedReason", reason, back, "administration.appointment.ended", () -> {
            if (lastDay == null) {
                throw Refusal.ofField("lastDay", "administration.appointment.noLastDay");
            }
            if (reason.isBlank()) {
                throw Refusal.ofField("reason", "administration.appointment.noReason");
            }
            staff.end(id, lastDay, reason.strip());
        });
    }

    @PostMapping("/appointments/{id}/replacement")
    String replace(@PathVariable long id, @ModelAttribute AppointmentForm form, RedirectAttributes back) {
        Appointment former = known(id);
        if (former.place().level() != Level.SCHOOL) {
            throw new NotYours("appointment", id);
        }
        keeping.requireSayOver(former.role(), former.place());
        back.addFlashAttribute("replaced", id);
        return keeping.change(TerritoryPages.link(former.place()), "replacementForm", form, back, "administration.replacement.done",
            () -> appointing.replace(former, form, territory.school(former.place().id()).regionId()));
    }

    private Appointment known(long id) {
        try {
            return staff.appointment(id);
        } catch (NoSuchElementException e) {
            throw new NotYours("appointment", id);
        }
    }

    @PostMapping("/schools/{id}/risks")
    String risks(@PathVariable long id, @RequestParam int year, @RequestParam(defaultValue = "") Set<String> directions, RedirectAttributes back) {
        keeping.requireCoordinator(Place.school(id));
        back.addFlashAttribute("riskYear", year);
        return keeping.change(TerritoryPages.link(Place.school(id)), "chosen", directions, back, "administration.risks.done", () -> {
            if (year < 2020 || year > 2099 || !territory.riskDirections().keySet().containsAll(directions)) {
                throw Refusal.ofField("year", "administration.risks.wrong", String.valueOf(year));
            }
            territory.activateRisks(id, year, directions);
        });
    }

    @PostMapping("/schools/{id}/conflicts")
    String declare(@PathVariable long id, @ModelAttribute ConflictForm form, RedirectAttributes back) {
        keeping.requireCoordinator(Place.school(id));
        return keeping.change(TerritoryPages.link(Place.school(id)), "conflictForm", form, back, "administration.conflict.done", () -> {
            String code = form.other() == null ? "" : form.other().strip();
            School other = territory.schoolByCode(territory.school(id).regionId(), code)
                .orElseThrow(() -> Refusal.ofField("other", "administration.conflict.unknownSchool", code));
            territory.declareConflict(id, other.id(), form.reason());
        });
    }

    @PostMapping("/schools/{id}/conflicts/{other}/withdraw")
    String withdraw(@PathVariable long id, @PathVariable long other, @RequestParam(defaultValue = "") String reason, RedirectAttributes back) {
        keeping.requireCoordinator(Place.school(id));
        return keeping.change(TerritoryPages.link(Place.school(id)), "typedReason", reason, back, "administration.conflict.withdrawn", () -> {
            if (reason.isBlank()) {
                throw Refusal.ofField("reason", "administration.conflict.noReason");
            }
            territory.withdrawConflict(id, other, reason.strip());
        });
    }
}
