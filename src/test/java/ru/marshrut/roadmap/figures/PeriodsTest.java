package ru.marshrut.roadmap.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import ru.marshrut.calendar.Precision;
import ru.marshrut.calendar.Recurrence.Kind;
import ru.marshrut.calendar.Window;
import ru.marshrut.roadmap.Indicators.Period;

/** «Не менее 2-х публикаций в неделю» (seed 003, row 30). */
class PeriodsTest {

    private static final Window YEAR = new Window(day("2021-01-01"), day("2021-12-31"), Precision.MONTH);

    @Test
    void weeksThatAWindowOnlyBeginsOrEndsInAreNotJudged() {
        List<Period> weeks = Periods.of(List.of(new Window(day("2021-03-10"), day("2021-04-02"), Precision.DAY)), Kind.WEEKLY, 2021,
            day("2021-12-31"), List.of(), 2);

        assertThat(weeks).extracting(Period::first).containsExactly(day("2021-03-15"), day("2021-03-22"));
    }

    @Test
    void aWeekIsJudgedOnceItsSundayHasCome() {
        assertThat(weeks("2021-01-09")).isEmpty();
        assertThat(weeks("2021-01-10", "2021-01-04", "2021-01-10")).containsExactly(new Period(day("2021-01-04"), day("2021-01-10"), 2, true));
        assertThat(weeks("2021-01-10", "2021-01-03", "2021-01-10")).containsExactly(new Period(day("2021-01-04"), day("2021-01-10"), 1, false));
    }

    @Test
    void monthsAndQuartersAreThoseOfTheCalendar() {
        Window spring = new Window(day("2021-03-02"), day("2021-10-15"), Precision.DAY);

        assertThat(Periods.of(List.of(spring), Kind.MONTHLY, 2021, day("2021-06-29"), List.of(), 1)).extracting(Period::last)
            .containsExactly(day("2021-04-30"), day("2021-05-31"));
        assertThat(Periods.of(List.of(spring), Kind.QUARTERLY, 2021, day("2021-12-31"), List.of(), 1)).extracting(Period::first)
            .containsExactly(day("2021-04-01"), day("2021-07-01"));
    }

    @Test
    void everyWindowIsJudgedByItself() {
        List<Window> twice = List.of(Window.day(day("2021-03-01")), Window.day(day("2021-09-01")));

        assertThat(Periods.of(twice, Kind.DAILY, 2021, day("2021-12-31"), List.of(day("2021-09-01")), 1)).extracting(Period::reached)
            .containsExactly(false, true);
    }

    private static List<Period> weeks(String on, String... days) {
        return Periods.of(List.of(YEAR), Kind.WEEKLY, 2021, day(on), List.of(days).stream().map(PeriodsTest::day).toList(), 2);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
