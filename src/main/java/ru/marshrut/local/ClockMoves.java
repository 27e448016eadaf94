package ru.marshrut.local;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import ru.marshrut.calendar.MovableClock;

/**
 * Moves the business clock forward as time itself would (DESIGN 13): from due instant to due instant, and on only when
 * nothing is due any more. One move at a time, in the background.
 */
@Component
@Profile("local")
public class ClockMoves implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ClockMoves.class);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final MovableClock clock;
    private final List<DueWork> works;
    private final ExecutorService background = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "clock");
        thread.setDaemon(true);
        return thread;
    });
    private Future<?> move;
    private volatile boolean leftBusy;

    ClockMoves(MovableClock clock, List<DueWork> works) {
        this.clock = clock;
        this.works = works;
    }

    Optional<Instant> nextDeadline() {
        return first(DueWork::nextDeadline);
    }

    /** Begins to move; nothing happens while an earlier move goes on. */
    synchronized void begin(Instant target) {
        if (!moving()) {
            move = background.submit(() -> {
                try {
                    moveTo(target);
                } catch (RuntimeException e) {
                    leftBusy = true;
                    LOG.error("The clock stays at {} on its way to {}", clock.instant(), target, e);
                }
            });
        }
    }

    synchronized boolean moving() {
        return move != null && !move.isDone();
    }

    /** Whether the last move ended before everything that was due got done. */
    boolean leftBusy() {
        return leftBusy;
    }

    /** Moves in the caller's thread. An instant that has passed moves nothing; what is due is done all the same. */
    public void moveTo(Instant target) {
        leftBusy = false;
        settle();
        for (Optional<Instant> due = dueBy(target); due.isPresent(); due = dueBy(target)) {
            forwardTo(due.get());
            settle();
        }
        forwardTo(target);
        settle();
    }

    private Optional<Instant> dueBy(Instant target) {
        return first(DueWork::nextDue).filter(due -> !due.isAfter(target));
    }

    private Optional<Instant> first(Function<DueWork, Optional<Instant>> ahead) {
        return works.stream().map(ahead).flatMap(Optional::stream).min(Instant::compareTo);
    }

    private void forwardTo(Instant instant) {
        if (instant.isAfter(clock.instant())) {
            clock.moveTo(instant);
        }
    }

    private void settle() {
        works.forEach(DueWork::begin);
        awaitAll();
        works.forEach(DueWork::begin); // what has been done may have brought about more, such as letters
        awaitAll();
    }

    private void awaitAll() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (works.stream().anyMatch(DueWork::busy)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Not done within " + PATIENCE + ": " + works.stream().filter(DueWork::busy).toList());
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    @Override
    public void destroy() {
        background.shutdownNow();
    }
}
