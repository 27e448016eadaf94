package ru.marshrut.roadmap.collisions;

import java.time.LocalDate;
import java.util.List;
import ru.marshrut.roadmap.Indicator;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.RoadMap;

/**
 * The same thing in several road maps, with different dates or demands.
 *
 * @param stage   that all name, or null where only their titles agree
 * @param sides   by date, the earliest first; an open end last
 * @param dates   whether the dates differ; the earliest is that of the task, each measure is judged by its own
 * @param demands whether the targets differ
 */
public record Collision(OutcomeKind stage, List<Side> sides, boolean dates, boolean demands) {

    public Collision {
        sides = List.copyOf(sides);
    }

    /** @param due last day, or null where the end is open */
    public record Side(RoadMap map, Measure measure, LocalDate due) {

        public List<Indicator> indicators() {
            return measure.content().indicators();
        }
    }
}
