package ru.marshrut.peerreview.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;

/** Words and dates as the documents print them: Russian, dates in the region's zone. */
final class Texts {

    static final Locale RUSSIAN = Locale.forLanguageTag("ru-RU");

    private static final String PREFIX = "peerreview-report.";
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    private final MessageSource messages;
    private final ZoneId zone;

    Texts(MessageSource messages, ZoneId zone) {
        this.messages = messages;
        this.zone = zone;
    }

    String of(String key, Object... arguments) {
        return messages.getMessage(PREFIX + key, arguments, RUSSIAN);
    }

    String of(String key, Enum<?> value) {
        return of(key + "." + value.name());
    }

    /** The text, or the words of a key where there is no text. */
    String or(String text, String key) {
        return isBlank(text) ? of(key) : text;
    }

    LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    String day(LocalDate day) {
        return DAY.format(day);
    }

    String day(Instant instant) {
        return day(dayOf(instant));
    }

    /** ДД.ММ.ГГГГ ЧЧ:ММ with the zone as Russians name it, by its distance from Moscow: «МСК+4». */
    String minute(Instant instant) {
        long hours = (zone.getRules().getOffset(instant).getTotalSeconds()
            - MOSCOW.getRules().getOffset(instant).getTotalSeconds()) / 3600;
        String distance = hours == 0 ? "" : (hours > 0 ? "+" : "−") + Math.abs(hours);
        return of("time", MINUTE.format(instant.atZone(zone)), distance);
    }

    String territory(RoundHead head) {
        return isBlank(head.municipality()) ? head.region() : of("round.municipality", head.region(), head.municipality());
    }

    /** One line for each late step. */
    String lateness(SchoolProgress progress) {
        return progress.lateness().stream()
            .map(late -> of(late.open() ? "late.open" : "late.done", of("late.step", late.step()), String.valueOf(late.days())))
            .collect(Collectors.joining("\n"));
    }

    /** Date and time in the region's zone, as a spreadsheet holds them. */
    LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, zone);
    }

    /** The address in the form that a link needs. What people paste is not always a valid address. */
    static Optional<String> webAddress(String text) {
        try {
            URI address = new URI(text);
            boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
            return web ? Optional.of(address.toASCIIString()) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    static boolean isBlank(String text) {
        return text == null || printable(text).isBlank();
    }

    /** Without the characters that XML 1.0 does not allow (its section 2.2), with one kind of line break. */
    static String printable(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ').codePoints()
            .filter(c -> c == '\n' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000)
            .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
