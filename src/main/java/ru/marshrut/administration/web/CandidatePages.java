package ru.marshrut.administration.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Appointment;
import ru.marshrut.territory.Candidates;
import ru.marshrut.territory.Candidates.Candidate;
import ru.marshrut.territory.Candidates.State;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.School;
import ru.marshrut.territory.SelectionLists;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/** The region's selection of curators: from the application over the survey to the order. */
@Controller
@RequestMapping("/territory/regions/{id}/selection/candidates")
class CandidatePages {

    /** @param schools that the person curates today, in words */
    record Line(Candidate candidate, Person person, String schools) {}

    private final Candidates candidates;
    private final Candidacies candidacies;
    private final SelectionLists lists;
    private final Territory territory;
    private final Staff staff;
    private final Keeping keeping;

    CandidatePages(Candidates candidates, Candidacies candidacies, SelectionLists lists, Territory territory, Staff staff, Keeping keeping) {
        this.candidates = candidates;
        this.candidacies = candidacies;
        this.lists = lists;
        this.territory = territory;
        this.staff = staff;
        this.keeping = keeping;
    }

    @GetMapping
    String show(@PathVariable long id, @RequestParam(required = false) Integer year, Model model) {
        Place region = Place.region(id);
        keeping.requireCoordinator(region);
        LocalDate today = keeping.today(id);
        int shown = Typed.yearOr(year, today.getYear());
        List<Candidate> all = candidates.all(id, shown);
        Map<Long, Person> people = staff.people(all.stream().map(Candidate::personId).toList());
        Map<Long, School> schools = territory.schools(territory.schoolsWithin(region).stream().map(School::id).toList());
        Map<Long, String> curated = staff.appointmentsWithin(region, today).stream().filter(one -> one.role() == Role.CURATOR)
            .collect(groupingBy(Appointment::personId, mapping(one -> schools.get(one.place().id()).name(), joining("; "))));
        List<Candidate> applied = all.stream().filter(one -> one.state() != State.WITHDRAWN).toList();
        model.addAttribute("region", territory.region(id));
        model.addAttribute("year", shown);
        model.addAttribute("lines", all.stream().map(one -> new Line(one, people.get(one.personId()), curated.getOrDefault(one.personId(), ""))).toList());
        model.addAttribute("applied", applied.size());
        model.addAttribute("surveyed", applied.stream().map(Candidate::surveyedOn).filter(Objects::nonNull).count());
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", CandidateForm.startingOn(today));
        }
        if (!model.containsAttribute("chosen")) {
            model.addAttribute("chosen", Set.of());
        }
        return "administration/candidates";
    }

    @PostMapping("/new")
    String enter(@PathVariable long id, @RequestParam int year, @ModelAttribute CandidateForm typed, RedirectAttributes back) {
        return change(id, year, "new", typed, back, () -> candidacies.enter(id, Typed.year(year), typed));
    }

    @PostMapping("/step")
    String step(@PathVariable long id, @RequestParam int year, @ModelAttribute CandidateForm typed, @RequestParam(defaultValue = "") Set<Long> people,
                RedirectAttributes back) {
        back.addFlashAttribute("chosen", people);
        return change(id, year, "step", typed, back, () -> candidacies.step(id, Typed.year(year), people, typed));
    }

    @PostMapping("/{person:\\d+}/appointment")
    String appoint(@PathVariable long id, @PathVariable long person, @RequestParam int year, @ModelAttribute CandidateForm typed, RedirectAttributes back) {
        return change(id, year, "p" + person, typed, back, () -> candidacies.appoint(id, Typed.year(year), person, typed));
    }

    /** @param form which of the page's forms is shown again where it is refused */
    private String change(long id, int year, String form, CandidateForm typed, RedirectAttributes back, Runnable change) {
        keeping.requireCoordinator(Place.region(id));
        return keeping.change(page(id, year), "typed", typed, back, "administration.candidates.done", () -> {
            back.addFlashAttribute("open", form);
            change.run();
        });
    }

    @GetMapping("/template")
    void template(@PathVariable long id, HttpServletResponse response) throws IOException {
        keeping.requireCoordinator(Place.region(id));
        Workbooks.answer(response, keeping.text("administration.candidates.templateName"));
        lists.writeCandidateTemplate(response.getOutputStream());
    }

    @PostMapping("/import")
    String upload(@PathVariable long id, @RequestParam int year, @RequestParam MultipartFile file, RedirectAttributes back) throws IOException {
        keeping.requireCoordinator(Place.region(id));
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        try (InputStream content = file.getInputStream()) {
            return "redirect:/territory/regions/" + id + "/selection/candidates/import/" + lists.uploadCandidates(id, name, content) + "?year=" + year;
        } catch (Refusal refusal) {
            back.addFlashAttribute("refused", keeping.text(refusal.code(), refusal.arguments()));
            return "redirect:" + page(id, year);
        }
    }

    @GetMapping("/import/{upload:\\d+}")
    String preview(@PathVariable long id, @PathVariable long upload, @RequestParam int year, Model model) {
        keeping.requireCoordinator(Place.region(id));
        model.addAttribute("region", territory.region(id));
        model.addAttribute("year", year);
        model.addAttribute("today", keeping.today(id));
        model.addAttribute("list", lists.previewCandidates(id, upload, year));
        return "administration/candidates-preview";
    }

    @PostMapping("/import/{upload:\\d+}")
    String confirm(@PathVariable long id, @PathVariable long upload, @RequestParam int year, @RequestParam(defaultValue = "") String from,
                   @RequestParam String fingerprint, RedirectAttributes back) {
        keeping.requireCoordinator(Place.region(id));
        try {
            int applied = lists.confirmCandidates(id, upload, Typed.year(year), Typed.day("from", from, "administration.selection.noDay"), fingerprint);
            back.addFlashAttribute("done", keeping.text("administration.candidates.imported", String.valueOf(applied)));
            return "redirect:" + page(id, year);
        } catch (Refusal refusal) {
            back.addFlashAttribute("refused", keeping.text(refusal.code(), refusal.arguments()));
            return "redirect:/territory/regions/" + id + "/selection/candidates/import/" + upload + "?year=" + year;
        }
    }

    private static String page(long regionId, int year) {
        return "/territory/regions/" + regionId + "/selection/candidates?year=" + year;
    }
}
