package ru.marshrut.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.subethamail.smtp.server.SMTPServer;
import ru.marshrut.shared.NotYours;

class MailCatcherTest {

    private static final Instant SENT = Instant.parse("2022-09-16T06:00:00Z");

    @TempDir
    private Path data;
    private SMTPServer catcher;
    private CaughtMail mail;

    @BeforeEach
    void start() {
        catcher = MailCatcher.start(data.resolve("mail"), 0, Clock.systemUTC());
        mail = new CaughtMail(data);
    }

    @AfterEach
    void stop() {
        catcher.stop();
    }

    @Test
    void aLetterIsKeptForEachRecipientAndReadAsItWasWritten() throws Exception {
        send("Партнёр по взаимоэкспертизе", "a.testova@example.test", "b.primerov@example.test");

        assertThat(mail.recipients()).containsExactly("a.testova@example.test", "b.primerov@example.test");
        var found = mail.headings("B.Primerov@example.test", 10);
        assertThat(found).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo("Партнёр по взаимоэкспертизе");
            assertThat(letter.sent()).isEqualTo(SENT);
        });
        var opened = mail.open(found.get(0).id());
        assertThat(opened.html()).contains("<b>Здравствуйте</b>");
        assertThat(opened.text()).contains("Здравствуйте!");
        assertThat(opened.attachments()).singleElement().satisfies(part -> assertThat(part.name()).isEqualTo("встреча.ics"));
        try (var content = mail.attachment(found.get(0).id(), 0).content()) {
            assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8)).startsWith("BEGIN:VCALENDAR");
        }
    }

    @Test
    void theNewestLetterComesFirst() throws Exception {
        send("Первое", "a.testova@example.test");
        send("Второе", "a.testova@example.test");

        assertThat(mail.headings(null, 10)).extracting(CaughtMail.Heading::subject).containsExactly("Второе", "Первое");
        assertThat(mail.headings(null, 1)).extracting(CaughtMail.Heading::subject).containsExactly("Второе");
    }

    @Test
    void onlyLettersCanBeOpened() {
        assertThatThrownBy(() -> mail.open("../clock")).isInstanceOf(NotYours.class);
        assertThatThrownBy(() -> mail.open("20220916-060000-000-000001")).isInstanceOf(NotYours.class);
    }

    private void send(String subject, String... recipients) throws Exception {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(catcher.getPortAllocated());
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper letter = new MimeMessageHelper(message, true, "UTF-8");
        letter.setFrom("marshrut@localhost");
        letter.setTo(recipients);
        letter.setSubject(subject);
        letter.setSentDate(Date.from(SENT));
        letter.setText("Здравствуйте!", "<p><b>Здравствуйте</b>!</p>");
        letter.addAttachment("встреча.ics", new ByteArrayResource("BEGIN:VCALENDAR\r\nEND:VCALENDAR".getBytes(StandardCharsets.UTF_8)), "text/calendar");
        sender.send(message);
    }
}
