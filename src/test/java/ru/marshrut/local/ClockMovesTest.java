package ru.marshrut.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import ru.marshrut.calendar.MovableClock;

class ClockMovesTest {

    private static final Instant MORNING = Instant.parse("2022-10-07T06:00:00Z");

    private final MovableClock clock = new MovableClock();
    private final Deadlines deadlines = new Deadlines();
    private final ClockMoves moves = new ClockMoves(clock, List.of(deadlines));

    @Test
    void everyDeadlineOnTheWayIsMetAtItsOwnTime() {
        clock.moveTo(MORNING);
        deadlines.add(at(3), at(1));

        moves.moveTo(at(24));

        assertThat(deadlines.doneAt).containsExactly(at(1), at(3));
        assertThat(toTheMinute(clock.instant())).isEqualTo(at(24));
    }

    @Test
    void aDeadlineThatAnotherOneBringsAboutIsMetToo() {
        clock.moveTo(MORNING);
        deadlines.add(at(1));
        deadlines.afterOneIsDone = at(2);

        moves.moveTo(at(24));

        assertThat(deadlines.doneAt).containsExactly(at(1), at(2));
    }

    @Test
    void whatLiesBehindTheTargetIsLeftAlone() {
        clock.moveTo(MORNING);
        deadlines.add(at(30));

        moves.moveTo(at(24));

        assertThat(deadlines.doneAt).isEmpty();
        assertThat(moves.nextDeadline()).contains(at(30));
    }

    @Test
    void theClockNeverGoesBack() {
        clock.moveTo(MORNING);

        moves.moveTo(MORNING.minus(Duration.ofDays(2)));

        assertThat(toTheMinute(clock.instant())).isEqualTo(MORNING);
    }

    private static Instant at(int hoursLater) {
        return MORNING.plus(Duration.ofHours(hoursLater));
    }

    private static Instant toTheMinute(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MINUTES);
    }

    /** Work that gets done, by somebody else, only at the third look at whether it is done. */
    private final class Deadlines implements DueWork {

        private final TreeSet<Instant> open = new TreeSet<>();
        private final List<Instant> doneAt = new ArrayList<>();
        private Instant afterOneIsDone;
        private int looks;

        void add(Instant... due) {
            open.addAll(List.of(due));
        }

        @Override
        public Optional<Instant> nextDue() {
            return Optional.ofNullable(open.higher(clock.instant()));
        }

        @Override
        public boolean busy() {
            if (open.isEmpty() || open.first().isAfter(clock.instant())) {
                return false;
            }
            if (++looks % 3 == 0) {
                open.pollFirst();
                doneAt.add(toTheMinute(clock.instant()));
                if (afterOneIsDone != null) {
                    open.add(afterOneIsDone);
                    afterOneIsDone = null;
                }
            }
            return true;
        }
    }
}
