package ru.marshrut.roadmap.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import ru.marshrut.calendar.Window;
import ru.marshrut.roadmap.figures.MapStanding.MeasureStanding;

/** Months side by side, each {@value #MONTH} units wide, so that the names above them stand in columns of equal width. */
final class Timeline {

    static final int MONTH = 30;
    /** A single day would hardly be seen. */
    private static final double NARROWEST = 4;
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final YearMonth first;
    private final YearMonth last;

    private Timeline(YearMonth first, YearMonth last) {
        this.first = first;
        this.last = last;
    }

    /** The year, and months outside of it that a measure needs. */
    static Timeline of(int year, List<MeasureStanding> measures) {
        List<LocalDate> days = measures.stream().flatMap(one -> Stream.concat(Stream.of(one.lastDay()),
            one.measure().content().windows().stream().flatMap(window -> Stream.of(window.start(), window.due()))))
            .filter(Objects::nonNull).toList();
        YearMonth first = days.stream().map(YearMonth::from).min(YearMonth::compareTo).orElse(YearMonth.of(year, 1));
        YearMonth last = days.stream().map(YearMonth::from).max(YearMonth::compareTo).orElse(YearMonth.of(year, 12));
        YearMonth january = YearMonth.of(year, 1);
        YearMonth december = YearMonth.of(year, 12);
        return new Timeline(first.isBefore(january) ? first : january, last.isAfter(december) ? last : december);
    }

    public int width() {
        return months().size() * MONTH;
    }

    /** The first three letters of the months, which are told apart by them; January with its year where there are several. */
    public List<String> months() {
        List<String> names = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            String name = month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, RUSSIAN).substring(0, 3);
            names.add(month.getMonthValue() == 1 && !first.equals(last.minusMonths(11)) ? name + " " + month.getYear() : name);
        }
        return names;
    }

    /** Where the lines between the months stand. */
    public List<Integer> lines() {
        return Stream.iterate(MONTH, x -> x < width(), x -> x + MONTH).toList();
    }

    /** Left side of a day, or null where it is not shown. */
    public Double x(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        if (month.isBefore(first) || month.isAfter(last)) {
            return null;
        }
        long months = first.until(month, ChronoUnit.MONTHS);
        return months * MONTH + (day.getDayOfMonth() - 1) * (double) MONTH / month.lengthOfMonth();
    }

    /** A bar for each window; an open side reaches the edge. An extension lengthens the last one. */
    List<Bar> bars(MeasureStanding one) {
        List<Window> windows = one.measure().content().windows();
        List<Bar> bars = new ArrayList<>();
        for (int at = 0; at < windows.size(); at++) {
            Window window = windows.get(at);
            LocalDate due = at == windows.size() - 1 && one.measure().extendedUntil() != null ? one.measure().extendedUntil() : window.due();
            double from = window.start() == null ? 0 : x(window.start());
            double to = due == null ? width() : x(due.plusDays(1)) == null ? width() : x(due.plusDays(1));
            double width = Math.max(NARROWEST, to - from);
            bars.add(new Bar(Math.min(from, width() - width), width, window.start() == null || due == null));
        }
        return bars;
    }

    /** @param open whether one side is open */
    record Bar(double x, double width, boolean open) {}
}
