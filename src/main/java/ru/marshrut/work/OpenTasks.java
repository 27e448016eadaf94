package ru.marshrut.work;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import ru.marshrut.territory.Place;

/** Open tasks, read from our own table. */
public interface OpenTasks {

    Optional<OpenTask> byId(String id);

    /**
     * Open tasks that are due before the instant, ordered by id, the first {@code limit} after the given id; only
     * tasks that somebody can do now.
     *
     * @param afterTaskId the last id of the page before, or an empty string
     */
    List<OpenTask> dueBefore(Instant instant, String afterTaskId, int limit);

    /** Open tasks whose turn it is for this person today, the most urgent first, at most 500. */
    List<OpenTask> waitingFor(long personId);

    /** Open tasks of one aggregate. */
    List<OpenTask> of(String processKey, String businessKey);

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

    /** Open tasks at and below a place, the most urgent first, at most {@code limit}. */
    List<OpenTask> within(Place place, int limit);

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
