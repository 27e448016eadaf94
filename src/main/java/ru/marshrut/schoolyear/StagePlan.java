package ru.marshrut.schoolyear;

import java.time.LocalDate;
import java.util.Objects;

/**
 * The days of a stage as the road maps above a school give them.
 *
 * @param opensOn   or null: when its turn comes
 * @param dueOn     or null where no road map gives one
 * @param dueSource or null
 */
public record StagePlan(Stage stage, LocalDate opensOn, LocalDate dueOn, String dueSource) {

    boolean holdsFor(StageStanding standing) {
        return Objects.equals(opensOn, standing.opensOn()) && Objects.equals(dueOn, standing.dueOn())
            && Objects.equals(dueSource, standing.dueSource());
    }
}
