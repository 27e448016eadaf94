package ru.marshrut.notification.ical;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import ru.marshrut.notification.Invitation;

class CalendarFilesTest {

    private static final ZoneId KAMCHATKA = ZoneId.of("Asia/Kamchatka");
    private final CalendarFiles files = files();

    @Test
    void anInvitationIsARequestWithTheTimesOfTheRegion() {
        String text = files.invitation(meeting(0, false));

        assertThat(text).contains("METHOD:REQUEST", "DTSTART;TZID=Asia/Kamchatka:20221017T140000", "BEGIN:VTIMEZONE", "TZOFFSETTO:+1200");
        VEvent event = parsed(text).getEvents().get(0);
        assertThat(event.getUid().getValue()).isEqualTo("circle-7@marshrut");
        assertThat(event.getSequence().getValue()).isZero();
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo("2022-10-17T02:00:00Z");
        assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo("2022-10-17T03:00:00Z");
        assertThat(event.getSummary().getValue()).isEqualTo("Встреча школ; обсуждение, итоги");
        assertThat(event.getOrganizer().getEmail()).isEqualTo("post@marshrut.example");
        assertThat(event.getAttendees()).extracting("email").containsExactly("anna@example.org", "petr@example.org");
        assertThat(event.getLocation().getValue()).isEqualTo("https://video.example/1");
        assertThat(event.getStatus().getValue()).isEqualTo("CONFIRMED");
    }

    @Test
    void aChangeKeepsTheUidAndRaisesTheSequence() {
        VEvent changed = parsed(files.invitation(meeting(1, false))).getEvents().get(0);
        assertThat(changed.getUid().getValue()).isEqualTo("circle-7@marshrut");
        assertThat(changed.getSequence().getValue()).isEqualTo(1);
    }

    @Test
    void aWithdrawnMeetingIsCancelled() {
        String text = files.invitation(meeting(2, true));
        assertThat(text).contains("METHOD:CANCEL");
        VEvent event = parsed(text).getEvents().get(0);
        assertThat(event.getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(event.getSequence().getValue()).isEqualTo(2);
    }

    @Test
    void theFeedHoldsMeetingsAndWholeDaysOfDeadlines() {
        String text = files.feed("Мои сроки", List.of(meeting(0, false)),
            List.of(new Deadline("task-1@marshrut", "Срок: обмен", "Партнёр", LocalDate.of(2022, 10, 7), "https://marshrut.example/tasks/1")));

        assertThat(text).contains("METHOD:PUBLISH", "X-WR-CALNAME:Мои сроки", "DTSTART;VALUE=DATE:20221007", "DTEND;VALUE=DATE:20221008");
        assertThat(parsed(text).getEvents()).extracting(event -> event.getUid().getValue())
            .containsExactly("circle-7@marshrut", "task-1@marshrut");
    }

    private static Invitation meeting(int sequence, boolean cancelled) {
        return new Invitation("circle-7@marshrut", sequence, cancelled, "Встреча школ; обсуждение, итоги", "Вызовы и рекомендации",
            Instant.parse("2022-10-17T02:00:00Z"), Instant.parse("2022-10-17T03:00:00Z"), KAMCHATKA, "https://video.example/1",
            List.of("anna@example.org", "petr@example.org"));
    }

    private static ICalendar parsed(String text) {
        return Biweekly.parse(text).first();
    }

    private static CalendarFiles files() {
        try {
            return new CalendarFiles("Маршрут 500+ <post@marshrut.example>", Clock.fixed(Instant.parse("2022-10-01T00:00:00Z"), ZoneOffset.UTC));
        } catch (AddressException e) {
            throw new IllegalStateException(e);
        }
    }
}
