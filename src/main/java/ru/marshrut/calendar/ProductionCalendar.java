package ru.marshrut.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The production calendar as data: {@code calendar/working-days.txt} tells its form and sources. */
@Component
class ProductionCalendar implements WorkingDays {

    private final Set<MonthDay> holidays = new HashSet<>();
    private final Map<Integer, Set<LocalDate>> off = new HashMap<>();
    private final Map<Integer, Set<LocalDate>> worked = new HashMap<>();
    private final SortedSet<Integer> known = new TreeSet<>();
    private final Map<Integer, Set<LocalDate>> counted = new ConcurrentHashMap<>();
    private final DueOnDayOff rule;

    /** @param extra the installation's own file, may be absent */
    @Autowired
    ProductionCalendar(@Value("classpath:calendar/working-days.txt") Resource data, @Value("${marshrut.calendar.extra:}") Resource extra,
                       @Value("${marshrut.calendar.due-on-day-off:previous}") DueOnDayOff rule) {
        this(extra == null ? List.of(lines(data)) : List.of(lines(data), lines(extra)), rule);
    }

    ProductionCalendar(List<List<String>> files, DueOnDayOff rule) {
        this.rule = rule;
        files.forEach(this::read);
    }

    private static List<String> lines(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the file of working days cannot be read: " + file, e);
        }
    }

    private void read(List<String> lines) {
        int year = 0;
        for (String line : lines) {
            String[] words = line.strip().split("\\s+");
            if (words[0].isEmpty() || words[0].startsWith("#")) {
                continue;
            }
            try {
                year = understood(words, year);
            } catch (DateTimeException | ArrayIndexOutOfBoundsException | NumberFormatException e) {
                throw new IllegalArgumentException("not a line of working days: " + line, e);
            }
        }
    }

    private int understood(String[] words, int year) {
        switch (words[0]) {
            case "holiday" -> {
                String[] ends = words[1].split("\\.\\.");
                LocalDate last = MonthDay.parse("--" + ends[1]).atYear(2000);
                for (LocalDate day = MonthDay.parse("--" + ends[0]).atYear(2000); !day.isAfter(last); day = day.plusDays(1)) {
                    holidays.add(MonthDay.from(day));
                }
            }
            case "year" -> {
                int begun = Integer.parseInt(words[1]);
                off.put(begun, new HashSet<>());
                worked.put(begun, new HashSet<>());
                if (words[2].equals("provisional")) {
                    known.remove(begun);
                } else {
                    known.add(begun);
                }
                return begun;
            }
            case "off" -> off.get(year).add(within(year, words[1]));
            case "work" -> worked.get(year).add(within(year, words[1]));
            default -> throw new DateTimeException("unknown word " + words[0]);
        }
        return year;
    }

    private static LocalDate within(int year, String text) {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() != year) {
            throw new DateTimeException(day + " is not of the year " + year);
        }
        return day;
    }

    @Override
    public boolean isWorking(LocalDate day) {
        if (worked.getOrDefault(day.getYear(), Set.of()).contains(day)) {
            return true;
        }
        return !weekend(day) && !holidays.contains(MonthDay.from(day)) && !moved(day.getYear()).contains(day);
    }

    private Set<LocalDate> moved(int year) {
        Set<LocalDate> data = off.get(year);
        return data == null ? counted.computeIfAbsent(year, this::byLaw) : data;
    }

    /** Labour Code, article 112, second part: a holiday on a weekend goes to the next working day, those of January not. */
    private Set<LocalDate> byLaw(int year) {
        Set<LocalDate> moved = new HashSet<>();
        for (MonthDay holiday : new TreeSet<>(holidays)) {
            LocalDate day = holiday.atYear(year);
            if (weekend(day) && holiday.getMonthValue() > 1) {
                LocalDate next = day.plusDays(1);
                while (weekend(next) || holidays.contains(MonthDay.from(next)) || moved.contains(next)) {
                    next = next.plusDays(1);
                }
                moved.add(next);
            }
        }
        return moved;
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    @Override
    public LocalDate previousOrSame(LocalDate day) {
        LocalDate working = day;
        while (!isWorking(working)) {
            working = working.minusDays(1);
        }
        return working;
    }

    @Override
    public LocalDate nextOrSame(LocalDate day) {
        LocalDate working = day;
        while (!isWorking(working)) {
            working = working.plusDays(1);
        }
        return working;
    }

    @Override
    public int between(LocalDate from, LocalDate to) {
        return to.isBefore(from) ? 0 : (int) from.datesUntil(to.plusDays(1)).filter(this::isWorking).count();
    }

    @Override
    public SortedSet<Integer> knownYears() {
        return Collections.unmodifiableSortedSet(known);
    }

    @Override
    public Optional<LocalDate> besides(LocalDate due) {
        if (isWorking(due)) {
            return Optional.empty();
        }
        return switch (rule) {
            case PREVIOUS -> Optional.of(previousOrSame(due));
            case NEXT -> Optional.of(nextOrSame(due));
            case AS_PUBLISHED -> Optional.empty();
        };
    }
}
