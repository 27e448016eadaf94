package ru.marshrut.local;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Events of one module that another one has not dealt with yet. One that failed is left for its repetition, not waited for. */
@Component
@Profile("local")
class EventsUnderWay implements DueWork {

    private static final int SECONDS_TO_DEAL_WITH_ONE = 20;

    private final JdbcClient database;
    private final Clock clock; // the one by which publications are dated

    EventsUnderWay(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<Instant> nextDue() {
        return Optional.empty();
    }

    @Override
    public boolean busy() {
        return database.sql("select exists (select from event_publication where completion_date is null and publication_date > :since)")
            .param("since", clock.instant().minusSeconds(SECONDS_TO_DEAL_WITH_ONE).atOffset(ZoneOffset.UTC))
            .query(Boolean.class).single();
    }
}
