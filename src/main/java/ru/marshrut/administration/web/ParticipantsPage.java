package ru.marshrut.administration.web;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.marshrut.shared.Days;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Participants;
import ru.marshrut.territory.Participations;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Populations;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Territory;

/** The region's list of the year's participants: ticked schools take part, those that are no longer ticked leave. */
@Controller
@RequestMapping("/territory/regions/{id}/participants")
class ParticipantsPage {

    record Group(long id, String name, List<School> schools) {}

    private static final int EARLIEST = 2020;
    private static final int LATEST = 2099;

    private final Territory territory;
    private final Populations populations;
    private final Participations participations;
    private final Keeping keeping;
    private final TransactionOperations transaction;
    private final Clock clock;

    ParticipantsPage(Territory territory, Populations populations, Participations participations, Keeping keeping,
                     TransactionOperations transaction, Clock clock) {
        this.territory = territory;
        this.populations = populations;
        this.participations = participations;
        this.keeping = keeping;
        this.transaction = transaction;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable long id, @RequestParam(required = false) Integer year, Model model) {
        keeping.requireCoordinator(Place.region(id));
        LocalDate today = keeping.today(id);
        int shown = year == null || year < EARLIEST || year > LATEST ? today.getYear() : year;
        Participants participants = standing(id, shown);
        Map<Long, List<School>> schools = territory.schoolsWithin(Place.region(id)).stream().collect(groupingBy(School::municipalityId));
        model.addAttribute("region", territory.region(id));
        model.addAttribute("year", shown);
        model.addAttribute("today", today);
        model.addAttribute("assumed", participants.assumed());
        model.addAttribute("groups", territory.municipalitiesOf(id).stream().filter(municipality -> schools.containsKey(municipality.id()))
            .map(municipality -> new Group(municipality.id(), municipality.name(), schools.get(municipality.id()))).toList());
        if (!model.containsAttribute("chosen")) {
            model.addAttribute("chosen", new HashSet<>(participants.schoolIds()));
        }
        return "administration/participants";
    }

    @PostMapping
    String set(@PathVariable long id, @RequestParam int year, @RequestParam(defaultValue = "") Set<Long> schools,
               @RequestParam(defaultValue = "") String from,
               @RequestParam(defaultValue = "") String reason, RedirectAttributes back) {
        keeping.requireCoordinator(Place.region(id));
        back.addFlashAttribute("typedReason", reason);
        back.addFlashAttribute("typedFrom", from);
        return keeping.change("/territory/regions/" + id + "/participants?year=" + year, "chosen", schools, back, "administration.participants.done",
            () -> transaction.executeWithoutResult(status -> change(id, year, schools, from, reason)));
    }

    private void change(long regionId, int year, Set<Long> chosen, String typedFrom, String reason) {
        if (year < EARLIEST || year > LATEST) {
            throw Refusal.ofField("year", "administration.risks.wrong", String.valueOf(year));
        }
        LocalDate from = day(typedFrom);
        Set<Long> ours = new HashSet<>();
        territory.schoolsWithin(Place.region(regionId)).forEach(school -> ours.add(school.id()));
        if (chosen.isEmpty() || !ours.containsAll(chosen)) {
            throw Refusal.ofField("schools", "administration.participants.none");
        }
        Participants before = standing(regionId, year);
        Set<Long> leaving = new HashSet<>(before.assumed() ? List.of() : before.schoolIds());
        leaving.removeAll(chosen);
        participations.takePart(chosen, year, from, reason);
        if (!leaving.isEmpty()) {
            participations.leave(leaving, year, from, reason);
        }
    }

    private static LocalDate day(String typed) {
        try {
            LocalDate day = LocalDate.parse(typed);
            if (Days.canBeMeant(day)) {
                return day;
            }
        } catch (DateTimeParseException e) {
            throw Refusal.ofField("from", "administration.participants.noDay");
        }
        throw Refusal.ofField("from", "administration.participants.noDay");
    }

    /** What is told of the whole year so far, also of days that have not come. */
    private Participants standing(long regionId, int year) {
        return populations.within(Place.region(regionId), year, LocalDate.of(year, 12, 31), clock.instant());
    }
}
