package ru.marshrut.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    private static final ZoneId KAMCHATKA = ZoneId.of("Asia/Kamchatka");
    private final QuietHours night = hours("21:00", "08:00");

    @ParameterizedTest
    @CsvSource({
        "2022-10-03T07:59:59, 2022-10-03T08:00",
        "2022-10-03T08:00,    2022-10-03T08:00",
        "2022-10-03T20:59:59, 2022-10-03T20:59:59",
        "2022-10-03T21:00,    2022-10-04T08:00",
        "2022-10-03T23:30,    2022-10-04T08:00",
        "2022-10-04T00:00,    2022-10-04T08:00"})
    void aLetterOfTheNightWaitsForTheMorningOfTheRegion(String local, String goesOut) {
        ZonedDateTime at = ZonedDateTime.parse(local + (local.length() == 16 ? ":00" : "") + "+12:00");
        assertThat(night.endAfter(at.toInstant(), KAMCHATKA).atZone(KAMCHATKA).toLocalDateTime()).isEqualTo(goesOut);
    }

    @Test
    void theSameInstantIsNightInTheEastAndDayInTheWest() {
        var evening = ZonedDateTime.parse("2022-10-03T22:00+12:00").toInstant();
        assertThat(night.at(evening, KAMCHATKA)).isTrue();
        assertThat(night.at(evening, ZoneId.of("Europe/Kaliningrad"))).isFalse();
    }

    @Test
    void canBeSwitchedOff() {
        var midnight = ZonedDateTime.parse("2022-10-03T00:00+12:00").toInstant();
        assertThat(hours("08:00", "08:00").at(midnight, KAMCHATKA)).isFalse();
    }

    private static QuietHours hours(String from, String until) {
        return new QuietHours(new MailSettings("a@b.example", LocalTime.parse(from), LocalTime.parse(until), Duration.ofDays(5), true));
    }
}
