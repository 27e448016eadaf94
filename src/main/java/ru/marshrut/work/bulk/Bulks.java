package ru.marshrut.work.bulk;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.bulk.BulkPreview.Line;
import ru.marshrut.work.bulk.BulkRun.Item;
import ru.marshrut.work.persistence.BulkRows;
import ru.marshrut.work.persistence.TaskViews;

/**
 * Orders for many tasks (DESIGN 10: anything done in bulk has a dry run first). The dry run does the order in one
 * transaction and takes it back, so that what is shown is what the action itself says. Then each task is done in a
 * transaction of its own: whatever interrupts it, the rest can be continued.
 */
@Service
public class Bulks {

    /** Most tasks of one order. */
    public static final int MOST = 2_000;
    public static final String SUBJECT = "bulk";

    private static final Logger LOG = LoggerFactory.getLogger(Bulks.class);
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final BulkActions actions;
    private final BulkRows rows;
    private final TaskViews views;
    private final AccessPolicy policy;
    private final AuditTrail audit;
    private final MessageSource messages;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final TransactionTemplate savepoint;

    Bulks(BulkActions actions, BulkRows rows, TaskViews views, AccessPolicy policy, AuditTrail audit, MessageSource messages, Clock clock,
          PlatformTransactionManager transactions) {
        this.actions = actions;
        this.rows = rows;
        this.views = views;
        this.policy = policy;
        this.audit = audit;
        this.messages = messages;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Keeps an order and its selection; nothing is changed yet. Throws {@link NotYours} for a task that the viewer does not coordinate. */
    public long prepare(Viewer viewer, BulkOrder order, List<String> taskIds) {
        List<String> ids = taskIds.stream().distinct().toList();
        if (ids.isEmpty() || ids.size() > MOST) {
            throw Refusal.ofField("tasks", "work.bulk.selection", String.valueOf(MOST));
        }
        List<OpenTask> tasks = views.allOpen(ids);
        if (tasks.isEmpty()) {
            throw Refusal.ofField("tasks", "work.bulk.selection", String.valueOf(MOST));
        }
        tasks.stream().map(task -> task.responsible().place()).distinct().filter(place -> !policy.mayCoordinate(viewer, place)).findFirst()
            .ifPresent(place -> {
                throw new NotYours("place", place);
            });
        List<String> known = tasks.stream().map(OpenTask::id).toList();
        return transaction.execute(status -> rows.add(order, viewer.personId(), clock.instant(), ids.stream().filter(known::contains).toList()));
    }

    /** Throws {@link NotYours} for another's order. */
    public BulkRun run(long id, Viewer viewer) {
        return rows.run(id).filter(run -> run.preparedBy() == viewer.personId()).orElseThrow(() -> new NotYours(SUBJECT, id));
    }

    public List<BulkRun> recent(Viewer viewer) {
        return rows.recent(viewer.personId());
    }

    /** What the order would do now: done in one transaction, which is taken back. */
    public BulkPreview preview(long id, Viewer viewer) {
        BulkRun run = run(id, viewer);
        return transaction.execute(status -> {
            status.setRollbackOnly();
            List<Line> lines = new ArrayList<>();
            for (Item item : run.items()) {
                Result result = attempt(savepoint, run, item, viewer);
                lines.add(new Line(item.taskId(), result.done(), result.words()));
            }
            return new BulkPreview(lines);
        });
    }

    /**
     * Does what was shown. Throws {@link Refusal} where it has changed since and is to be looked at again, or was confirmed
     * already.
     *
     * @param fingerprint of the preview that was shown
     */
    public void confirm(long id, Viewer viewer, String fingerprint) {
        BulkPreview now = preview(id, viewer);
        if (!now.fingerprint().equals(fingerprint)) {
            throw Refusal.of("work.bulk.changed");
        }
        if (now.possible() == 0) {
            throw Refusal.of("work.bulk.nothing");
        }
        if (!transaction.execute(status -> rows.confirm(id, clock.instant()))) {
            throw Refusal.of("work.bulk.alreadyConfirmed");
        }
        proceed(id, viewer);
    }

    /** Goes on where a confirmed order was interrupted; does nothing where all is done. */
    public void proceed(long id, Viewer viewer) {
        BulkRun run = run(id, viewer);
        if (run.confirmedAt() == null) {
            throw Refusal.of("work.bulk.notConfirmed");
        }
        for (Item item : run.items()) {
            if (item.done() == null) {
                Result result = attempt(transaction, run, item, viewer);
                if (!result.done()) {
                    transaction.executeWithoutResult(status -> rows.reached(id, item.place(), false, result.words()));
                }
            }
        }
        transaction.executeWithoutResult(status -> finish(run(id, viewer)));
    }

    /** @param scope own transaction when it is done, savepoint when it is tried: whatever a refusal left half done is undone */
    private Result attempt(TransactionTemplate scope, BulkRun run, Item item, Viewer viewer) {
        try {
            return scope.execute(status -> {
                String words = rows.isReached(run.id(), item.place()) ? item.words() : actions.apply(run.order(), item.taskId(), viewer);
                rows.reached(run.id(), item.place(), true, words);
                return new Result(true, words);
            });
        } catch (Refusal refusal) {
            return new Result(false, messages.getMessage(refusal.code(), refusal.arguments(), RUSSIAN));
        } catch (NotYours gone) {
            return new Result(false, messages.getMessage("work.bulk.gone", null, RUSSIAN));
        } catch (RuntimeException e) {
            LOG.error("bulk {} task {}", run.id(), item.taskId(), e);
            return new Result(false, messages.getMessage("work.bulk.failed", null, RUSSIAN));
        }
    }

    /** The one entry of the whole, and in the history of whatever it touched one that names it; the facts of the tasks stand beside them. */
    private void finish(BulkRun run) {
        if (rows.finish(run.id(), clock.instant())) {
            List<String> done = run.items().stream().filter(Item::done).map(Item::taskId).toList();
            String why = run.order().comment().isBlank() ? null : run.order().comment();
            audit.record("work.bulkDone", Subject.of(SUBJECT, run.id()), Map.of("bulkAction", run.order().action(), "done", run.done(),
                "refused", run.refused(), "tasks", String.join(",", done)), why);
            audit.recordAll("work.bulkTouched", views.aggregates(done).entrySet().stream().map(touched -> new AuditTrail.Fact(touched.getKey(),
                Map.of("bulk", run.id(), "bulkAction", run.order().action(), "tasks", touched.getValue()))).toList(), why);
        }
    }

    private record Result(boolean done, String words) {}
}
