package ru.marshrut.work;

import java.time.Instant;
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

    /** Open tasks at and below a place, the most urgent first, at most {@code limit}. */
    List<OpenTask> within(Place place, int limit);
}
