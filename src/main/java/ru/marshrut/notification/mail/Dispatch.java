package ru.marshrut.notification.mail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Staff;

/**
 * Sends what the outbox holds. Several may run at once, on one node or on many. SMTP cannot promise exactly once: a
 * letter that the server may have accepted without our knowing is sent again, with the same Message-ID, and counted.
 */
@Component
class Dispatch {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
    private static final int BATCH = 50;
    /** Longer than one letter can take by the timeouts of {@code spring.mail.properties}, twice over. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final Outbox outbox;
    private final Undeliverable undeliverable;
    private final MimeLetters mime;
    private final Staff staff;
    private final ObjectProvider<JavaMailSenderImpl> server;
    private final MailSettings settings;
    private final Clock clock;
    private final Counter resent;

    Dispatch(Outbox outbox, Undeliverable undeliverable, MimeLetters mime, Staff staff, ObjectProvider<JavaMailSenderImpl> server,
             MailSettings settings, Clock clock, MeterRegistry meters) {
        this.outbox = outbox;
        this.undeliverable = undeliverable;
        this.mime = mime;
        this.staff = staff;
        this.server = server;
        this.settings = settings;
        this.clock = clock;
        this.resent = Counter.builder("marshrut.mail.resent")
            .description("Letters sent again though the mail server may have accepted them before").register(meters);
    }

    /** Sends until nothing is left or the server cannot be reached; without a server letters wait. */
    void run() {
        JavaMailSenderImpl smtp = server.getIfAvailable();
        boolean reachable = smtp != null;
        while (reachable) {
            List<OutboxLetter> batch = outbox.take(BATCH, LEASE, clock.instant());
            if (batch.isEmpty()) {
                return;
            }
            Map<Long, Person> people = staff.people(batch.stream().map(OutboxLetter::recipientId).distinct().toList());
            long started = System.nanoTime();
            try (Connection connection = new Connection(smtp)) {
                for (OutboxLetter letter : batch) {
                    if (System.nanoTime() - started > LEASE.dividedBy(2).toNanos()) {
                        outbox.release(letter); // the rest would outlive the lease and be sent by two
                    } else {
                        reachable &= deliver(letter, people.get(letter.recipientId()), connection);
                    }
                }
            }
        }
    }

    /** @return whether the server answered */
    private boolean deliver(OutboxLetter letter, Person to, Connection connection) {
        try {
            connection.open();
        } catch (MessagingException e) {
            tryLater(letter, to, e, false);
            return false;
        }
        try {
            MimeMessage message = mime.message(letter, to, connection.smtp.getSession());
            if (letter.inDoubt()) {
                resent.increment();
            }
            connection.transport.sendMessage(message, message.getAllRecipients());
        } catch (AddressException e) {
            undeliverable.refused(letter, to, words(e));
            return true;
        } catch (MessagingException e) {
            String refusal = refusalForGood(e);
            if (refusal != null) {
                undeliverable.refused(letter, to, refusal);
            } else {
                tryLater(letter, to, e, !isAnswered(e));
            }
            return true;
        }
        outbox.sent(letter, PasswordLinks.SECRET.contains(letter.template()));
        return true;
    }

    private void tryLater(OutboxLetter letter, Person to, MessagingException e, boolean inDoubt) {
        if (letter.age().compareTo(settings.giveUpAfter()) > 0) {
            undeliverable.givenUp(letter, to, words(e));
        } else {
            outbox.postpone(letter, words(e), inDoubt);
        }
    }

    /** The server's words when it refuses the address with a permanent code (5xx), else null. */
    private static String refusalForGood(MessagingException failure) {
        for (Exception e = failure; e instanceof MessagingException link; e = link.getNextException()) {
            if (e instanceof SMTPAddressFailedException address && address.getReturnCode() >= 500) {
                return words(address);
            }
        }
        return null;
    }

    /** Whether the server has said no, so that it surely did not take the letter; a lost connection leaves a doubt. */
    private static boolean isAnswered(MessagingException failure) {
        for (Exception e = failure; e instanceof MessagingException link; e = link.getNextException()) {
            if (e instanceof SMTPAddressFailedException || e instanceof SMTPSendFailedException sent && sent.getReturnCode() >= 400) {
                return true;
            }
        }
        return false;
    }

    private static String words(Exception e) {
        return Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName()).strip();
    }

    /** One connection for a batch, opened again when it breaks. */
    private static final class Connection implements AutoCloseable {

        private final JavaMailSenderImpl smtp;
        private Transport transport;
        private MessagingException unreachable;

        private Connection(JavaMailSenderImpl smtp) {
            this.smtp = smtp;
        }

        /** A server that did not answer is not asked again for the rest of the batch. */
        private void open() throws MessagingException {
            if (unreachable != null) {
                throw unreachable;
            }
            if (transport != null && transport.isConnected()) {
                return;
            }
            String protocol = Objects.requireNonNullElse(smtp.getProtocol(), JavaMailSenderImpl.DEFAULT_PROTOCOL);
            transport = smtp.getSession().getTransport(protocol);
            try {
                transport.connect(smtp.getHost(), smtp.getPort(), orNone(smtp.getUsername()), orNone(smtp.getPassword()));
            } catch (MessagingException e) {
                LOG.warn("mail server {}:{} cannot be reached, letters wait: {}", smtp.getHost(), smtp.getPort(), words(e));
                unreachable = e;
                throw e;
            }
        }

        /** A setting that is left empty means a server without sign-in. */
        private static String orNone(String setting) {
            return setting == null || setting.isEmpty() ? null : setting;
        }

        @Override
        public void close() {
            try {
                if (transport != null) {
                    transport.close();
                }
            } catch (MessagingException e) {
                LOG.debug("the mail server closed first", e); // every letter's fate is already known
            }
        }
    }
}
