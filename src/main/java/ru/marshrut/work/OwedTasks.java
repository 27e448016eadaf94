package ru.marshrut.work;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import ru.marshrut.territory.Place;

/** Open tasks of many schools at once, for those who look from above; read from our own table. */
public interface OwedTasks {

    /** Open tasks of many aggregates of one process, the most urgent first. */
    List<OpenTask> ofAll(String processKey, Collection<String> businessKeys);

    /**
     * A page of what is owed, the most urgent first, at most {@code limit}.
     *
     * @param afterTaskId the last id of the page before, or an empty string
     */
    List<OpenTask> owed(Owed owed, String afterTaskId, int limit);

    /** How much is owed at and below a place. */
    Totals totals(Place place, Instant now);

    /** The steps that are open at and below a place, the most frequent first. */
    List<StepCount> stepsWithin(Place place);

    /**
     * What is owed at and below a place.
     *
     * @param step       only this step, or null for all
     * @param overdueAt  only what is overdue at this instant, or null for all
     */
    record Owed(Place place, String step, Instant overdueAt) {}

    record Totals(int open, int overdue) {}

    record StepCount(String step, String title, int open) {}
}
