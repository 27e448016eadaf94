package ru.marshrut.notification.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMessage.RecipientType;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.springframework.stereotype.Component;
import ru.marshrut.territory.Person;

/** Makes the message that goes over the wire. */
@Component
class MimeLetters {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String from;
    private final String publicUrl;
    private final Clock clock;

    MimeLetters(MailSettings settings, LetterTemplates templates, Clock clock) {
        this.from = settings.from();
        this.publicUrl = templates.publicUrl();
        this.clock = clock;
    }

    /** @throws jakarta.mail.internet.AddressException when the person's address is none */
    MimeMessage message(OutboxLetter letter, Person to, Session session) throws MessagingException {
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", letter.messageId()); // every attempt is the same letter
            }
        };
        message.setFrom(named(new InternetAddress(from, true), null));
        message.setRecipient(RecipientType.TO, named(new InternetAddress(to.email(), true), to.fullName()));
        message.setSubject(letter.content().subject(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        if (letter.content().unsubscribePath() != null) {
            message.setHeader("List-Unsubscribe", "<" + publicUrl + letter.content().unsubscribePath() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        message.setContent(content(letter.content()));
        message.saveChanges();
        return message;
    }

    private static InternetAddress named(InternetAddress address, String name) throws MessagingException {
        try {
            address.setPersonal(name == null ? address.getPersonal() : name, UTF_8);
            return address;
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException(UTF_8, e);
        }
    }

    private static MimeMultipart content(RenderedLetter letter) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(letter.text(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(letter.html(), UTF_8, "html");
        MimeMultipart alternative = new MimeMultipart("alternative", text, html);
        if (letter.calendar() == null) {
            return alternative;
        }
        byte[] calendar = letter.calendar().getBytes(StandardCharsets.UTF_8);
        MimeBodyPart itip = new MimeBodyPart();
        itip.setDataHandler(new DataHandler(
            new ByteArrayDataSource(calendar, "text/calendar; charset=UTF-8; method=" + letter.calendarMethod())));
        alternative.addBodyPart(itip);
        MimeBodyPart body = new MimeBodyPart();
        body.setContent(alternative);
        MimeBodyPart file = new MimeBodyPart(); // for mail programs that show no invitations
        file.setDataHandler(new DataHandler(new ByteArrayDataSource(calendar, "application/ics")));
        file.setFileName("invite.ics");
        return new MimeMultipart("mixed", body, file);
    }
}
