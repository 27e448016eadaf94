package ru.marshrut.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.IllegalTransactionStateException;
import ru.marshrut.access.PasswordLinkRequested;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.notification.Incidents;
import ru.marshrut.notification.Invitation;
import ru.marshrut.notification.Letter;
import ru.marshrut.notification.MailIncident;
import ru.marshrut.notification.NotificationTest;
import ru.marshrut.shared.NotYours;
import ru.marshrut.testing.TestMailServer.Accepted;

class OutboxTest extends NotificationTest {

    private static final LocalDate DAY = LocalDate.of(2022, 10, 3);

    @Autowired
    private Dispatch dispatch;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Incidents incidents;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private ApplicationEventPublisher events;

    private Town town;
    private double resentBefore;

    @BeforeEach
    void aWorkingDay() {
        town = aTown("Europe/Moscow");
        clock.moveTo(town.at(DAY, 12));
        resentBefore = resent();
    }

    @Test
    void aLetterIsSentOnceHoweverOftenItIsPut() throws Exception {
        put(town.coordinator, "one");
        put(town.coordinator, "one");
        dispatch.run();
        dispatch.run();

        List<MimeMessage> arrived = SERVER.acceptedFor(mailOf(town.coordinator));
        assertThat(arrived).hasSize(1);
        assertThat(arrived.get(0).getSubject()).isEqualTo("Школа выбыла из взаимоэкспертизы: МБОУ «Образцовая школа»");
        assertThat(arrived.get(0).getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(arrived.get(0).getHeader("List-Unsubscribe")).isNull();
        assertThat(arrived.get(0).getMessageID()).endsWith("@marshrut.example>");
        assertThat(state("one")).isEqualTo("SENT");
    }

    @Test
    void aLetterOfAWithdrawnTransactionIsNotSent() {
        transaction.executeWithoutResult(status -> {
            post.send(letter(town.coordinator, "rolled-back"));
            status.setRollbackOnly();
        });
        dispatch.run();
        assertThat(SERVER.accepted()).isEmpty();
    }

    @Test
    void aLetterNeedsTheTransactionOfItsCause() {
        assertThatThrownBy(() -> post.send(letter(town.coordinator, "alone"))).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void aServerThatIsDownForAnHourLosesNothingAndGetsNothingTwice() throws Exception {
        SERVER.goDown();
        List.of("a", "b", "c").forEach(occasion -> put(town.coordinator, occasion));
        for (int attempt = 1; attempt <= 7; attempt++) {
            dispatch.run();
            assertThat(state("b")).isEqualTo("NEW");
            assertThat(waitOf("b")).isCloseTo(Duration.ofMinutes(Math.min(60, 1 << attempt - 1)), Duration.ofSeconds(30));
            assertThat(attempts("b")).isEqualTo(attempt);
            dispatch.run();
            assertThat(attempts("b")).as("not tried before its time").isEqualTo(attempt);
            theTimeOfTheNextAttemptComes();
        }
        SERVER.comeUp();
        dispatch.run();
        dispatch.run();

        assertThat(SERVER.acceptedFor(mailOf(town.coordinator))).hasSize(3);
        assertThat(resent()).isEqualTo(resentBefore);
    }

    @Test
    void aSenderThatCrashedLeavesALetterThatIsSentAgainAndCounted() {
        put(town.coordinator, "crash");
        assertThat(outbox.take(10, Duration.ofMinutes(5), clock.instant())).hasSize(1); // and then the node dies
        dispatch.run();
        assertThat(SERVER.accepted()).as("the lease holds").isEmpty();

        jdbc.sql("update letter set lease_until = now() - interval '1 second' where occasion = 'crash'").update();
        dispatch.run();

        assertThat(SERVER.accepted()).hasSize(1);
        assertThat(resent()).isEqualTo(resentBefore + 1);
    }

    @Test
    void whatALateSenderReportsOfAnExpiredLeaseIsIgnored() {
        put(town.coordinator, "late");
        OutboxLetter held = outbox.take(10, Duration.ofMinutes(5), clock.instant()).get(0);
        jdbc.sql("update letter set lease_until = now() - interval '1 second' where occasion = 'late'").update();
        dispatch.run();
        outbox.postpone(held, "too late", true);
        assertThat(state("late")).isEqualTo("SENT");
    }

    @Test
    void aConnectionLostAfterAcceptanceIsADoubtThatIsCounted() throws Exception {
        SERVER.loseConnectionAfterAccepting(1);
        put(town.coordinator, "doubt");
        dispatch.run();
        assertThat(state("doubt")).isEqualTo("NEW");
        assertThat(resent()).isEqualTo(resentBefore);

        theTimeOfTheNextAttemptComes();
        dispatch.run();

        List<MimeMessage> arrived = SERVER.acceptedFor(mailOf(town.coordinator));
        assertThat(arrived).hasSize(2);
        assertThat(arrived.get(0).getMessageID()).as("the reader's program can tell").isEqualTo(arrived.get(1).getMessageID());
        assertThat(resent()).isEqualTo(resentBefore + 1);
    }

    @Test
    void twoSendersSendEachLetterOnce() throws Exception {
        IntStream.range(0, 120).forEach(n -> put(town.coordinator, "many-" + n));
        var pool = Executors.newFixedThreadPool(2);
        List<Future<?>> both = List.of(pool.submit(dispatch::run), pool.submit(dispatch::run));
        for (Future<?> sender : both) {
            sender.get();
        }
        pool.shutdown();
        assertThat(SERVER.accepted()).hasSize(120);
        assertThat(SERVER.accepted().stream().map(OutboxTest::id).distinct()).hasSize(120);
    }

    @Test
    void aRefusedAddressIsAnIncidentThatNamesThePersonToThoseConcerned() {
        String address = mailOf(town.coordinator);
        SERVER.refuse(address);
        put(town.coordinator, "refused");
        put(town.curator, "delivered");
        dispatch.run();

        assertThat(state("refused")).isEqualTo("REFUSED");
        assertThat(state("delivered")).isEqualTo("SENT");
        assertThat(incidents.openFor(viewer(town.municipalCoordinator))).singleElement().satisfies(incident -> {
            assertThat(incident.personId()).isEqualTo(town.coordinator);
            assertThat(incident.fullName()).endsWith("Анна Примеровна");
            assertThat(incident.address()).isEqualTo(address);
            assertThat(incident.reply()).contains("550").contains("No such user");
            assertThat(incident.letters()).isEqualTo(1);
        });
        assertThat(incidents.openFor(viewer(town.regionalCoordinator))).hasSize(1);
        assertThat(incidents.openFor(viewer(town.curator))).isEmpty();
        assertThat(incidents.openFor(viewer(aTown("Europe/Moscow").municipalCoordinator))).isEmpty();
        assertThat(audit.about(Subject.of("person", town.coordinator)))
            .anySatisfy(entry -> assertThat(entry.text()).contains("Почтовый сервер отказался").contains(address));
    }

    @Test
    void afterTheAddressIsCorrectedTheLettersGoOut() {
        SERVER.refuse(mailOf(town.coordinator));
        put(town.coordinator, "first");
        put(town.coordinator, "second");
        dispatch.run();
        MailIncident incident = incidents.openFor(viewer(town.municipalCoordinator)).get(0);
        assertThat(incident.letters()).isEqualTo(2);
        long neighbour = aTown("Europe/Moscow").municipalCoordinator;
        assertThatThrownBy(() -> incidents.sendAgain(incident.id(), viewer(neighbour))).isInstanceOf(NotYours.class);

        jdbc.sql("update person set email = 'corrected' || id || '@example.org' where id = ?").param(town.coordinator).update();
        incidents.sendAgain(incident.id(), viewer(town.municipalCoordinator));
        dispatch.run();

        assertThat(SERVER.acceptedFor(mailOf(town.coordinator))).hasSize(2);
        assertThat(incidents.openFor(viewer(town.municipalCoordinator))).isEmpty();
    }

    @Test
    void anAddressThatIsNoneIsAnIncidentToo() {
        jdbc.sql("update person set email = 'нет' || id where id = ?").param(town.curator).update();
        put(town.curator, "no-address");
        dispatch.run();
        assertThat(state("no-address")).isEqualTo("REFUSED");
        assertThat(incidents.openFor(viewer(town.municipalCoordinator))).hasSize(1);
    }

    @Test
    void aLetterIsGivenUpAfterSeveralDays() {
        SERVER.goDown();
        put(town.coordinator, "old");
        jdbc.sql("update letter set put_at = now() - interval '6 days' where occasion = 'old'").update();
        dispatch.run();
        assertThat(state("old")).isEqualTo("FAILED");
        assertThat(incidents.openFor(viewer(town.municipalCoordinator))).hasSize(1);
    }

    @Test
    void aLetterOfTheNightWaitsForTheMorning() {
        clock.moveTo(town.at(DAY, 23));
        put(town.coordinator, "night");
        dispatch.run();
        assertThat(SERVER.accepted()).isEmpty();

        clock.moveTo(town.at(DAY.plusDays(1), 8));
        dispatch.run();
        assertThat(SERVER.accepted()).hasSize(1);
    }

    @Test
    void aPasswordLinkIsAwaitedByNightToo_andIsForgottenWhenSent() throws Exception {
        clock.moveTo(town.at(DAY, 23));
        transaction.executeWithoutResult(status -> events.publishEvent(new PasswordLinkRequested(town.coordinator, "/password/secret-path")));
        await().atMost(Duration.ofSeconds(10)).until(() -> !letters(town.coordinator, "password-link").isEmpty());
        dispatch.run();

        assertThat(text(SERVER.acceptedFor(mailOf(town.coordinator)).get(0))).contains("https://marshrut.example/password/secret-path");
        assertThat(letters(town.coordinator, "password-link")).containsExactly("");
        assertThat(jdbc.sql("select occasion from letter where template = 'password-link'").query(String.class).single())
            .doesNotContain("secret");
    }

    @Test
    void anInvitationTravelsAsACalendarPartAndAsAFile() throws Exception {
        Instant start = town.at(DAY.plusDays(14), 14);
        Invitation meeting = new Invitation("circle-7@marshrut", 0, false, "Встреча", "Обсуждение", start, start.plusSeconds(3600), town.zone,
            "https://video.example/1", List.of(mailOf(town.coordinator)));
        transaction.executeWithoutResult(status -> post.send(new Letter(town.coordinator, "meeting-invitation",
            Map.of("title", "Встреча", "when", "17.10.2022", "partner", "школа", "link", "", "path", "/circles/7"), "meeting", meeting)));
        dispatch.run();

        MimeMultipart mixed = (MimeMultipart) SERVER.acceptedFor(mailOf(town.coordinator)).get(0).getContent();
        MimeMultipart alternative = (MimeMultipart) mixed.getBodyPart(0).getContent();
        BodyPart calendar = alternative.getBodyPart(2);
        assertThat(alternative.getBodyPart(0).getContentType()).startsWithIgnoringCase("text/plain");
        assertThat(alternative.getBodyPart(1).getContentType()).startsWithIgnoringCase("text/html");
        assertThat(calendar.getContentType()).startsWithIgnoringCase("text/calendar").containsIgnoringCase("method=REQUEST");
        assertThat(new String(calendar.getInputStream().readAllBytes(), "UTF-8")).contains("UID:circle-7@marshrut");
        assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("invite.ics");
    }

    private void put(long person, String occasion) {
        transaction.executeWithoutResult(status -> post.send(letter(person, occasion)));
    }

    private static Letter letter(long person, String occasion) {
        return new Letter(person, "school-withdrew", Map.of("school", "МБОУ «Образцовая школа»", "round", "Взаимоэкспертиза", "reason", "",
            "next", "Ждите.", "path", "/circles/1"), occasion);
    }

    private Viewer viewer(long person) {
        return new Viewer(person, staff.person(person).fullName(), staff.appointmentsOf(person, DAY));
    }

    private void theTimeOfTheNextAttemptComes() {
        jdbc.sql("update letter set next_attempt_at = now() where state = 'NEW'").update();
    }

    private String state(String occasion) {
        return jdbc.sql("select state from letter where occasion = ?").param(occasion).query(String.class).single();
    }

    private int attempts(String occasion) {
        return jdbc.sql("select attempts from letter where occasion = ?").param(occasion).query(Integer.class).single();
    }

    private Duration waitOf(String occasion) {
        return Duration.ofSeconds(jdbc.sql("select extract(epoch from next_attempt_at - now())::bigint from letter where occasion = ?")
            .param(occasion).query(Long.class).single());
    }

    private double resent() {
        return meters.counter("marshrut.mail.resent").count();
    }

    private static String text(MimeMessage message) throws Exception {
        return ((MimeMultipart) message.getContent()).getBodyPart(0).getContent().toString();
    }

    private static String id(Accepted accepted) {
        try {
            return accepted.message().getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
