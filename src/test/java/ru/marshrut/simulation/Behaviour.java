package ru.marshrut.simulation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Random;
import ru.marshrut.territory.Role;

/**
 * How the people of a simulated year behave; the same seed gives the same year. Most schools keep their dates, some are slow,
 * some forget a step now and then, a few fall silent for good.
 */
final class Behaviour {

    private static final int DAYS_WITHOUT_DUE = 12;

    private final long seed;

    Behaviour(long seed) {
        this.seed = seed;
    }

    enum Character { DILIGENT, SLOW, FORGETFUL, SILENT }

    Character of(String who) {
        int share = dice("character", who).nextInt(100);
        return share < 68 ? Character.DILIGENT : share < 86 ? Character.SLOW : share < 96 ? Character.FORGETFUL : Character.SILENT;
    }

    /** The day on which a step is done; empty: never. */
    Optional<LocalDate> actsOn(String who, Role role, String step, int time, LocalDate opened, LocalDate due) {
        Random dice = dice(who, step, time);
        if (role != Role.SCHOOL_COORDINATOR) {
            return Optional.of(opened.plusDays(1 + dice.nextInt(role == Role.CURATOR ? 6 : 3)));
        }
        LocalDate last = due == null || due.isBefore(opened) ? opened.plusDays(DAYS_WITHOUT_DUE) : due;
        LocalDate inTime = opened.plusDays(Math.max(0, Math.min(ChronoUnit.DAYS.between(opened, last), dice.nextInt(20))));
        return switch (of(who)) {
            case DILIGENT -> Optional.of(inTime);
            case SLOW -> Optional.of(dice.nextInt(100) < 60 ? inTime : last.plusDays(1 + dice.nextInt(20)));
            case FORGETFUL -> dice.nextInt(100) < 8 ? Optional.empty() : Optional.of(dice.nextInt(100) < 70 ? inTime : last.plusDays(1 + dice.nextInt(30)));
            case SILENT -> opened.isAfter(silentFrom(who, opened.getYear())) ? Optional.empty() : Optional.of(inTime);
        };
    }

    private LocalDate silentFrom(String who, int year) {
        return LocalDate.of(year, 2 + dice("silent", who).nextInt(8), 15);
    }

    /** Whether something happens that happens in so many cases of a hundred. */
    boolean happens(int percent, Object... to) {
        return dice(to).nextInt(100) < percent;
    }

    int number(int below, Object... of) {
        return dice(of).nextInt(below);
    }

    private Random dice(Object... what) {
        long hash = seed;
        for (Object part : what) {
            hash = hash * 1_000_003L + String.valueOf(part).hashCode();
        }
        return new Random(hash ^ 0x5DEECE66DL);
    }
}
