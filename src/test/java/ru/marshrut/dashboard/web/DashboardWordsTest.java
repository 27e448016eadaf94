package ru.marshrut.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.work.Due;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.Responsible;

@SpringBootTest
class DashboardWordsTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Novokuznetsk");
    private static final LocalDate SUNDAY = LocalDate.of(2021, 11, 7);

    @Autowired
    private DashboardWords words;

    @Test
    void aDueDateOnASundayStaysAsPublishedAndNamesTheLastWorkingDay() {
        DashboardWords.TaskLine line = words.line(dueOn(SUNDAY), null, ZONE, LocalDate.of(2021, 11, 1));
        assertThat(line.until()).isEqualTo("07.11.2021");
        assertThat(line.dayOff()).isEqualTo("воскресенье, нерабочий день: последний рабочий — 03.11.2021");
    }

    @Test
    void anOverdueTaskAndAWorkingDaySayNothingOfWorkingDays() {
        assertThat(words.line(dueOn(SUNDAY), null, ZONE, SUNDAY.plusDays(1)).dayOff()).isNull();
        assertThat(words.line(dueOn(LocalDate.of(2021, 11, 3)), null, ZONE, LocalDate.of(2021, 11, 1)).dayOff()).isNull();
    }

    private static OpenTask dueOn(LocalDate day) {
        return new OpenTask("1", "p", "s", "f", "k", "Отчёт", "", 1, null, new Responsible(Role.REGIONAL_COORDINATOR, Place.region(1)), null,
            day.minusDays(9).atStartOfDay(ZONE).toInstant(), new Due(day.plusDays(1).atStartOfDay(ZONE).toInstant(), "дорожная карта"));
    }
}
