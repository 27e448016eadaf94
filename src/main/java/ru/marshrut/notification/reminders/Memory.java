package ru.marshrut.notification.reminders;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** What was already told, and which rounds were made. */
public interface Memory {

    Set<Told> toldAbout(Collection<String> taskIds);

    void keep(Collection<Told> told);

    /** The last round of each region. */
    Map<Long, Round> lastRounds();

    /** @return whether the round is ours to make; another node may have begun it, and ends it first */
    boolean begin(long regionId, LocalDate day, Instant now);

    record Round(LocalDate day, Instant ranAt) {}
}
