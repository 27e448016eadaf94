package ru.marshrut.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

class WorkingDaysTest {

    private final WorkingDays days = calendar(null, DueOnDayOff.PREVIOUS);

    @ParameterizedTest
    @CsvSource({"2021,247", "2022,247", "2023,247", "2024,248", "2025,247", "2026,247"})
    void aYearHasTheWorkingDaysOfTheOfficialCalendar(int year, int workingDays) {
        assertThat(days.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))).isEqualTo(workingDays);
    }

    @ParameterizedTest
    @CsvSource({"2021-02-20", "2022-03-05", "2024-04-27", "2024-11-02", "2024-12-28", "2025-11-01"})
    void aSaturdayWhoseDayOffWasMovedIsWorked(LocalDate day) {
        assertThat(days.isWorking(day)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2021-01-08", "2021-02-22", "2021-11-05", "2021-12-31", "2022-05-10", "2023-11-06", "2024-04-30", "2025-06-13", "2026-01-09",
        "2027-05-03", "2027-11-04"})
    void holidaysAndMovedDaysAreOff(LocalDate day) {
        assertThat(days.isWorking(day)).isFalse();
    }

    @Test
    void daysThatThePresidentDeclaredNonWorkingStayInTheNorm() {
        assertThat(days.isWorking(LocalDate.of(2021, 5, 4))).isTrue();
        assertThat(days.isWorking(LocalDate.of(2021, 11, 3))).isTrue();
    }

    @Test
    void theWorkingDayBeforeAndAfterADayOffIsFound() {
        assertThat(days.previousOrSame(LocalDate.of(2021, 11, 7))).isEqualTo("2021-11-03");
        assertThat(days.nextOrSame(LocalDate.of(2021, 11, 4))).isEqualTo("2021-11-08");
        assertThat(days.nextOrSame(LocalDate.of(2021, 12, 31))).isEqualTo("2022-01-10");
        assertThat(days.previousOrSame(LocalDate.of(2021, 11, 3))).isEqualTo("2021-11-03");
        assertThat(days.between(LocalDate.of(2021, 11, 8), LocalDate.of(2021, 11, 1))).isZero();
    }

    @Test
    void aYearWithoutDataHasWeekendsAndHolidaysMovedByTheLaw() {
        assertThat(days.knownYears()).containsExactly(2021, 2022, 2023, 2024, 2025, 2026);
        assertThat(days.isWorking(LocalDate.of(2032, 5, 10))).as("9 May 2032 is a Sunday").isFalse();
        assertThat(days.isWorking(LocalDate.of(2032, 5, 3))).as("1 May 2032 is a Saturday").isFalse();
        assertThat(days.isWorking(LocalDate.of(2032, 5, 4))).isTrue();
    }

    @Test
    void anInstallationAddsItsOwnYearAndDays() {
        WorkingDays own = calendar("# own\nholiday 09-03..09-03\nyear 2027 own order\nwork 2027-02-20\noff 2027-02-22\n", DueOnDayOff.PREVIOUS);
        assertThat(own.knownYears()).contains(2027);
        assertThat(own.isWorking(LocalDate.of(2027, 2, 20))).isTrue();
        assertThat(own.isWorking(LocalDate.of(2027, 2, 22))).isFalse();
        assertThat(own.isWorking(LocalDate.of(2021, 9, 3))).isFalse();
        assertThatThrownBy(() -> calendar("year 2027 own\noff 2028-02-22", DueOnDayOff.PREVIOUS)).hasMessageContaining("off 2028-02-22");
        assertThatThrownBy(() -> calendar("off 2027-02-22", DueOnDayOff.PREVIOUS)).hasMessageContaining("off 2027-02-22");
    }

    @Test
    void theRuleOfTheInstallationSaysWhatStandsBesideADueDate() {
        LocalDate sunday = LocalDate.of(2021, 11, 7);
        assertThat(days.besides(sunday)).contains(LocalDate.of(2021, 11, 3));
        assertThat(calendar(null, DueOnDayOff.NEXT).besides(sunday)).contains(LocalDate.of(2021, 11, 8));
        assertThat(calendar(null, DueOnDayOff.AS_PUBLISHED).besides(sunday)).isEmpty();
        assertThat(days.besides(LocalDate.of(2021, 11, 3))).isEmpty();
    }

    private static WorkingDays calendar(String extra, DueOnDayOff rule) {
        return new ProductionCalendar(new ClassPathResource("calendar/working-days.txt"),
            extra == null ? null : new ByteArrayResource(extra.getBytes(StandardCharsets.UTF_8)), rule);
    }
}
