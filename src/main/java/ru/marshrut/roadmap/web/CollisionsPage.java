package ru.marshrut.roadmap.web;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.marshrut.access.SeenPlaces;
import ru.marshrut.access.Viewers;
import ru.marshrut.roadmap.collisions.Collisions;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Place;

/** Where the road maps above a place ask for the same thing by different dates or with different demands. */
@Controller
class CollisionsPage {

    private final Collisions collisions;
    private final SeenPlaces places;
    private final Viewers viewers;
    private final Clock clock;

    CollisionsPage(Collisions collisions, SeenPlaces places, Viewers viewers, Clock clock) {
        this.collisions = collisions;
        this.places = places;
        this.viewers = viewers;
        this.clock = clock;
    }

    @GetMapping("/road-maps/collisions")
    String show(@RequestParam Level level, @RequestParam long place, @RequestParam(required = false) Integer year, Model model) {
        Place asked = places.coordinated(viewers.current(), new Place(level, place));
        int shown = year == null ? LocalDate.ofInstant(clock.instant(), Viewers.FEDERATION_ZONE).getYear() : year;
        model.addAttribute("place", places.name(asked));
        model.addAttribute("year", shown);
        model.addAttribute("collisions", collisions.above(asked, shown));
        return "roadmap/collisions";
    }
}
