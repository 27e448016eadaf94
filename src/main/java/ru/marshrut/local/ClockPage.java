package ru.marshrut.local;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The business clock, to be moved forward by whoever sits at this computer. */
@Controller
@Profile("local")
@RequestMapping("/local/clock")
class ClockPage {

    static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private final Clock clock;
    private final ClockMoves moves;

    ClockPage(Clock clock, ClockMoves moves) {
        this.clock = clock;
        this.moves = moves;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("now", ZonedDateTime.ofInstant(clock.instant(), MOSCOW));
        model.addAttribute("next", moves.nextDeadline().map(due -> ZonedDateTime.ofInstant(due, MOSCOW)).orElse(null));
        model.addAttribute("moving", moves.moving());
        model.addAttribute("leftBusy", moves.leftBusy());
        return "local-clock";
    }

    @PostMapping("/day")
    String aDay() {
        moves.begin(clock.instant().plus(Duration.ofDays(1)));
        return "redirect:/local/clock";
    }

    @PostMapping("/next")
    String toTheNextDeadline() {
        moves.nextDeadline().ifPresent(moves::begin);
        return "redirect:/local/clock";
    }
}
