package ru.marshrut.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import ru.marshrut.notification.Letter;
import ru.marshrut.notification.NotificationTest;

/** With the recurring work running, as in production. */
@TestPropertySource(properties = {"db-scheduler.enabled=true", "db-scheduler.polling-interval=1s", "marshrut.mail.at-once=true"})
@DirtiesContext
class MailScheduleTest extends NotificationTest {

    @Test
    void aLetterLeavesByItselfAndTheRecurringWorkIsPlanned() {
        Town town = aTown("Europe/Moscow");
        clock.moveTo(town.at(LocalDate.of(2022, 10, 3), 12));
        transaction.executeWithoutResult(status -> post.send(new Letter(town.coordinator, "school-withdrew",
            Map.of("school", "МБОУ «Образцовая школа»", "round", "Взаимоэкспертиза", "reason", "", "next", "Ждите.", "path", "/"), "x")));

        await().atMost(Duration.ofSeconds(5)).until(() -> !SERVER.acceptedFor(mailOf(town.coordinator)).isEmpty());
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() ->
            assertThat(jdbc.sql("select task_name from scheduled_tasks").query(String.class).set()).contains("send-letters", "remind"));
    }
}
