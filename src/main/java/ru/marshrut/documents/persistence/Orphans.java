package ru.marshrut.documents.persistence;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.marshrut.documents.storage.ContentStore;

/** Content without a row: what a rollback or a crash left in the store. */
@Component
class Orphans {

    /** Longer than any transaction that may still be about to write the row. */
    static final Duration OLD_ENOUGH = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final ContentStore store;

    Orphans(JdbcClient jdbc, ContentStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    /** @return number of deleted contents */
    int sweepOrphans(Duration olderThan) throws IOException {
        store.discardAbandoned(olderThan);
        int deleted = 0;
        try (Stream<String> keys = store.olderThan(olderThan)) {
            List<String> batch = new ArrayList<>(BATCH);
            for (String key : (Iterable<String>) keys::iterator) {
                batch.add(key);
                if (batch.size() == BATCH) {
                    deleted += deleteUnknown(batch);
                    batch.clear();
                }
            }
            deleted += deleteUnknown(batch);
        }
        if (deleted > 0) {
            LOG.info("deleted {} contents without a document", deleted);
        }
        return deleted;
    }

    private int deleteUnknown(List<String> keys) throws IOException {
        Set<String> orphans = new HashSet<>(keys);
        jdbc.sql("select storage_key from document where storage_key = any(?)").param(keys.toArray(String[]::new))
            .query(String.class).list().forEach(orphans::remove);
        for (String orphan : orphans) {
            store.delete(orphan);
        }
        return orphans.size();
    }

    @Configuration
    static class Daily {

        @Bean
        RecurringTask<Void> sweepOrphanedDocuments(Orphans orphans) {
            return Tasks.recurring("documents-sweep-orphans", Schedules.daily(ZoneId.of("Europe/Moscow"), LocalTime.of(3, 30)))
                .execute((instance, context) -> {
                    try {
                        orphans.sweepOrphans(OLD_ENOUGH);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        }
    }
}
