package ru.marshrut.administration.web;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.marshrut.shared.NotYours;
import ru.marshrut.territory.Candidates;
import ru.marshrut.territory.Candidates.Candidate;
import ru.marshrut.territory.Candidates.State;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/** Where somebody of a region applies to be a curator this year, or takes the application back. */
@Controller
@RequestMapping("/candidacy")
class CandidacyPage {

    private final Candidates candidates;
    private final Staff staff;
    private final Territory territory;
    private final Keeping keeping;

    CandidacyPage(Candidates candidates, Staff staff, Territory territory, Keeping keeping) {
        this.candidates = candidates;
        this.staff = staff;
        this.territory = territory;
        this.keeping = keeping;
    }

    @GetMapping
    String show(Model model) {
        long region = region();
        int year = keeping.today(region).getYear();
        Candidate mine = candidates.all(region, year).stream().filter(one -> one.personId() == keeping.viewer().personId()).findFirst().orElse(null);
        State state = mine == null ? null : mine.state();
        model.addAttribute("region", territory.region(region));
        model.addAttribute("year", year);
        model.addAttribute("mine", mine);
        model.addAttribute("mayApply", State.APPLIED.canFollow(state));
        model.addAttribute("mayWithdraw", State.WITHDRAWN.canFollow(state));
        return "administration/candidacy";
    }

    @PostMapping("/application")
    String apply(RedirectAttributes back) {
        return step(State.APPLIED, "", back);
    }

    @PostMapping("/withdrawal")
    String withdraw(@RequestParam(defaultValue = "") String reason, RedirectAttributes back) {
        return step(State.WITHDRAWN, reason, back);
    }

    private String step(State to, String reason, RedirectAttributes back) {
        long region = region();
        LocalDate today = keeping.today(region);
        return keeping.change("/candidacy", "typedReason", reason, back, "administration.candidacy." + to,
            () -> candidates.step(region, today.getYear(), List.of(keeping.viewer().personId()), to, today, reason));
    }

    /** People of the federation are candidates nowhere. */
    private long region() {
        long person = keeping.viewer().personId();
        Long region = staff.person(person).regionId();
        if (region == null) {
            throw new NotYours("candidacy", person);
        }
        return region;
    }
}
