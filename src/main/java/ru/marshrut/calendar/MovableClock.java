package ru.marshrut.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The system's clock, shifted: it runs on from where it was moved to. Used where the past is played (demo,
 * simulation, tests). Sessions, locks and tokens keep system time.
 */
public final class MovableClock extends Clock {

    private final Clock system = Clock.systemUTC();
    private final List<Consumer<Duration>> followers = new CopyOnWriteArrayList<>();
    private volatile Duration shift = Duration.ZERO;

    /** @param follower is told the shift from system time now and at each move */
    public void follow(Consumer<Duration> follower) {
        followers.add(follower);
        follower.accept(shift);
    }

    public void moveTo(Instant instant) {
        shiftBy(Duration.between(system.instant(), instant));
    }

    public void shiftBy(Duration fromSystemTime) {
        shift = fromSystemTime;
        followers.forEach(follower -> follower.accept(fromSystemTime));
    }

    public Duration shift() {
        return shift;
    }

    @Override
    public Instant instant() {
        return system.instant().plus(shift);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), shift);
    }
}
