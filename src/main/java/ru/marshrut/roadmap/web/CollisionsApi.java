package ru.marshrut.roadmap.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ru.marshrut.access.SeenPlaces;
import ru.marshrut.access.Viewers;
import ru.marshrut.roadmap.Indicator;
import ru.marshrut.roadmap.MapLevel;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.collisions.Collisions;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Place;

/** Where road maps differ, for programs. */
@RestController
@Tag(name = "Расхождения дорожных карт", description = "Одно и то же с разными сроками или требованиями")
class CollisionsApi {

    /** @param stage null where only the titles agree */
    record CollisionAnswer(OutcomeKind stage, boolean dates, boolean demands, List<SideAnswer> sides) {}

    /** @param due last day, null where the end is open */
    record SideAnswer(long roadMap, String roadMapTitle, MapLevel level, long measure, String number, String title, LocalDate due,
                      List<String> demands) {}

    private final Collisions collisions;
    private final SeenPlaces places;
    private final Viewers viewers;

    CollisionsApi(Collisions collisions, SeenPlaces places, Viewers viewers) {
        this.collisions = collisions;
        this.places = places;
        this.viewers = viewers;
    }

    @GetMapping("/api/road-maps/collisions")
    @Operation(summary = "Где расходятся карты, которые действуют для территории или школы",
        description = "level: REGION, MUNICIPALITY или SCHOOL; place: её номер. Стороны идут по сроку, первый срок получает задание.")
    List<CollisionAnswer> above(@RequestParam Level level, @RequestParam long place, @RequestParam int year) {
        return collisions.above(places.coordinated(viewers.current(), new Place(level, place)), year).stream()
            .map(one -> new CollisionAnswer(one.stage(), one.dates(), one.demands(), one.sides().stream()
                .map(side -> new SideAnswer(side.map().id(), side.map().title(), side.map().level(), side.measure().id(),
                    side.measure().content().number(), side.measure().content().title(), side.due(),
                    side.indicators().stream().map(Indicator::words).toList())).toList())).toList();
    }
}
