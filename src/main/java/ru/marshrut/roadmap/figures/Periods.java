package ru.marshrut.roadmap.figures;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import ru.marshrut.calendar.Recurrence;
import ru.marshrut.calendar.Window;
import ru.marshrut.roadmap.Indicators.Period;

/**
 * A rate is judged by whole periods: days, ISO weeks (Monday to Sunday), calendar months or quarters that lie wholly
 * within one of the measure's windows and have ended by the day of judgement. A week that the window only begins or
 * ends in is not held against anybody.
 */
final class Periods {

    private Periods() {}

    /**
     * @param windows  of the measure; an open side is bounded by the year
     * @param on       the day of judgement
     * @param days     of the entries
     * @param required in each period
     */
    static List<Period> of(List<Window> windows, Recurrence.Kind per, int year, LocalDate on, Collection<LocalDate> days, int required) {
        List<Period> periods = new ArrayList<>();
        for (Window window : windows) {
            LocalDate from = window.start() == null ? LocalDate.of(year, 1, 1) : window.start();
            LocalDate to = window.due() == null ? LocalDate.of(year, 12, 31) : window.due();
            LocalDate last = to.isBefore(on) ? to : on;
            for (LocalDate start = firstWhole(from, per); !end(start, per).isAfter(last); start = end(start, per).plusDays(1)) {
                LocalDate first = start;
                LocalDate end = end(start, per);
                int count = (int) days.stream().filter(day -> !day.isBefore(first) && !day.isAfter(end)).count();
                periods.add(new Period(first, end, count, count >= required));
            }
        }
        return periods;
    }

    private static LocalDate firstWhole(LocalDate from, Recurrence.Kind per) {
        return switch (per) {
            case DAILY -> from;
            case WEEKLY -> from.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
            case MONTHLY -> from.getDayOfMonth() == 1 ? from : from.with(TemporalAdjusters.firstDayOfNextMonth());
            case QUARTERLY -> {
                LocalDate quarter = from.with(IsoFields.DAY_OF_QUARTER, 1);
                yield quarter.equals(from) ? from : quarter.plus(3, ChronoUnit.MONTHS);
            }
        };
    }

    private static LocalDate end(LocalDate start, Recurrence.Kind per) {
        return switch (per) {
            case DAILY -> start;
            case WEEKLY -> start.plusDays(6);
            case MONTHLY -> start.plusMonths(1).minusDays(1);
            case QUARTERLY -> start.plusMonths(3).minusDays(1);
        };
    }
}
