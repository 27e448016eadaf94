package ru.marshrut.local;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import ru.marshrut.shared.NotYours;

/** The letters that the mail catcher has kept. */
@Component
@Profile("local")
class CaughtMail {

    /** Header that the catcher puts before each letter: for whom it was, also where the letter itself does not say so. */
    static final String RECIPIENT = "Delivered-To";
    static final String ENDING = ".eml";
    private static final Pattern ID = Pattern.compile("\\d{8}-\\d{6}-\\d{3}-\\d{6}");

    private final Path folder;

    CaughtMail(@Value("${marshrut.data}") Path data) {
        this.folder = data.resolve("mail");
    }

    /** @param sent as the letter says it, null where it does not */
    record Heading(String id, String recipient, String subject, Instant sent) {}

    /** @param html null where the letter has none; the same for {@code text} */
    record Opened(Heading heading, String from, String html, String text, List<Attachment> attachments) {}

    record Attachment(int number, String name, String contentType) {}

    /** @param recipient only his letters, or null for all; newest first */
    List<Heading> headings(String recipient, int limit) {
        List<Heading> found = new ArrayList<>();
        for (String id : ids()) {
            Heading heading = heading(id);
            if (recipient == null || recipient.equalsIgnoreCase(heading.recipient())) {
                found.add(heading);
                if (found.size() == limit) {
                    break;
                }
            }
        }
        return found;
    }

    SortedSet<String> recipients() {
        SortedSet<String> all = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        ids().forEach(id -> all.add(heading(id).recipient()));
        return all;
    }

    Opened open(String id) {
        try {
            MimeMessage message = message(id);
            Parts parts = new Parts();
            parts.collect(message);
            List<Attachment> attachments = new ArrayList<>();
            for (int i = 0; i < parts.attachments.size(); i++) {
                Part part = parts.attachments.get(i);
                attachments.add(new Attachment(i, name(part, i), part.getContentType().replaceFirst(";.*", "").strip()));
            }
            return new Opened(heading(id), decoded(message.getHeader("From", ", ")), parts.html, parts.text, attachments);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("letter " + id, e);
        }
    }

    /** @param content the caller closes it */
    record Download(String name, InputStream content) {}

    Download attachment(String id, int number) {
        try {
            Parts parts = new Parts();
            parts.collect(message(id));
            if (number < 0 || number >= parts.attachments.size()) {
                throw new NotYours("attachment of letter " + id, number);
            }
            Part part = parts.attachments.get(number);
            return new Download(name(part, number), part.getInputStream());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("letter " + id, e);
        }
    }

    Path file(String id) {
        Path file = folder.resolve(id + ENDING);
        if (!ID.matcher(id).matches() || !Files.exists(file)) {
            throw new NotYours("letter", id);
        }
        return file;
    }

    private List<String> ids() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(ENDING))
                .map(name -> name.substring(0, name.length() - ENDING.length())).filter(id -> ID.matcher(id).matches())
                .sorted(Comparator.reverseOrder()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Heading heading(String id) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file(id)))) {
            InternetHeaders headers = new InternetHeaders(in, true);
            return new Heading(id, headers.getHeader(RECIPIENT, null), decoded(headers.getHeader("Subject", null)),
                date(headers.getHeader("Date", null)).orElse(null));
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("letter " + id, e);
        }
    }

    private MimeMessage message(String id) throws IOException, MessagingException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file(id)))) {
            return new MimeMessage(Session.getInstance(new Properties()), in);
        }
    }

    private static Optional<Instant> date(String header) {
        try {
            return header == null ? Optional.empty() : Optional.of(new MailDateFormat().parse(header).toInstant());
        } catch (ParseException e) {
            return Optional.empty(); // shown without a date
        }
    }

    private static String decoded(String header) throws IOException {
        return header == null ? "" : MimeUtility.decodeText(MimeUtility.unfold(header));
    }

    private static String name(Part part, int number) throws MessagingException, IOException {
        String name = part.getFileName();
        if (name != null) {
            return MimeUtility.decodeText(name);
        }
        return part.isMimeType("text/calendar") ? "invite.ics" : "part-" + (number + 1);
    }

    /** The first text and the first HTML are the letter, all else is attached. */
    private static final class Parts {

        private final List<Part> attachments = new ArrayList<>();
        private String html;
        private String text;

        void collect(Part part) throws MessagingException, IOException {
            if (part.isMimeType("multipart/*")) {
                Multipart parts = (Multipart) part.getContent();
                for (int i = 0; i < parts.getCount(); i++) {
                    BodyPart inner = parts.getBodyPart(i);
                    collect(inner);
                }
            } else if (part.getFileName() == null && html == null && part.isMimeType("text/html")) {
                html = (String) part.getContent();
            } else if (part.getFileName() == null && text == null && part.isMimeType("text/plain")) {
                text = (String) part.getContent();
            } else {
                attachments.add(part);
            }
        }
    }
}
