package ru.marshrut.work.bulk;

import java.time.LocalDate;
import ru.marshrut.shared.Refusal;

/**
 * What is to be done to the selected tasks.
 *
 * @param comment     reason or remark, the same for all; only an approval goes without
 * @param until       the new last day, of {@link Action#EXTEND}
 * @param personId    who gets the tasks ({@link Action#REASSIGN}) or the appointments ({@link Action#APPOINT})
 * @param from        first day of the appointments
 * @param orderNumber number of the order that appoints
 */
public record BulkOrder(Action action, String comment, LocalDate until, Long personId, LocalDate from, String orderNumber) {

    /** Words for users: {@code work.bulk.action.<name>}. */
    public enum Action { EXTEND, REASSIGN, APPOINT, RETURN, APPROVE }

    /** Throws {@link Refusal} of the field that is missing. */
    public BulkOrder {
        if (action == null) {
            throw Refusal.ofField("action", "work.bulk.noAction");
        }
        if (action != Action.APPROVE && comment.isBlank()) {
            throw Refusal.ofField("comment", "work.bulk.noComment");
        }
        if (action == Action.EXTEND && until == null) {
            throw Refusal.ofField("until", "work.bulk.noDay");
        }
        if ((action == Action.REASSIGN || action == Action.APPOINT) && personId == null) {
            throw Refusal.ofField("person", "work.bulk.noPerson");
        }
        if (action == Action.APPOINT && (from == null || orderNumber == null || orderNumber.isBlank())) {
            throw Refusal.ofField("orderNumber", "work.bulk.noOrder");
        }
    }
}
