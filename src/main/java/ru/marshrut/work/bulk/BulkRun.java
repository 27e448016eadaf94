package ru.marshrut.work.bulk;

import java.time.Instant;
import java.util.List;

/**
 * An order for many tasks and how far it is.
 *
 * @param confirmedAt null while it was only shown
 * @param finishedAt  null while not all tasks were reached; after a confirmation it can be continued
 */
public record BulkRun(long id, BulkOrder order, long preparedBy, Instant preparedAt, Instant confirmedAt, Instant finishedAt,
                      List<Item> items) {

    /**
     * @param done  null: not reached yet; false: could not be done
     * @param words what was changed, or why it was not; null while it was not reached
     */
    public record Item(int place, String taskId, Boolean done, String words) {}

    public long done() {
        return items.stream().filter(item -> Boolean.TRUE.equals(item.done())).count();
    }

    public long refused() {
        return items.stream().filter(item -> Boolean.FALSE.equals(item.done())).count();
    }

    public boolean interrupted() {
        return confirmedAt != null && finishedAt == null;
    }
}
