package ru.marshrut.documents.office;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;

/** Words and dates as the documents print them: Russian, dates in the region's zone. */
public class Texts {

    public static final Locale RUSSIAN = Locale.forLanguageTag("ru-RU");

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    private final MessageSource messages;
    private final String bundle;
    private final ZoneId zone;

    /** @param bundle what all keys begin with, without its point */
    public Texts(MessageSource messages, String bundle, ZoneId zone) {
        this.messages = messages;
        this.bundle = bundle;
        this.zone = zone;
    }

    public String of(String key, Object... arguments) {
        return messages.getMessage(bundle + "." + key, arguments, RUSSIAN);
    }

    public String of(String key, Enum<?> value) {
        return of(key + "." + value.name());
    }

    /** Words that all office files have in common. */
    String office(String key, Object... arguments) {
        return messages.getMessage("documents-office." + key, arguments, RUSSIAN);
    }

    /** The text, or the words of a key where there is no text. */
    public String or(String text, String key) {
        return isBlank(text) ? of(key) : text;
    }

    public LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    public String day(LocalDate day) {
        return DAY.format(day);
    }

    public String day(Instant instant) {
        return day(dayOf(instant));
    }

    /** ДД.ММ.ГГГГ ЧЧ:ММ with the zone as Russians name it, by its distance from Moscow: «МСК+4». */
    public String minute(Instant instant) {
        long hours = (zone.getRules().getOffset(instant).getTotalSeconds()
            - MOSCOW.getRules().getOffset(instant).getTotalSeconds()) / 3600;
        String distance = hours == 0 ? "" : (hours > 0 ? "+" : "−") + Math.abs(hours);
        return office("time", MINUTE.format(instant.atZone(zone)), distance);
    }

    /** Date and time in the region's zone, as a spreadsheet holds them. */
    public LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, zone);
    }

    /** The address in the form that a link needs. What people paste is not always a valid address. */
    public static Optional<String> webAddress(String text) {
        try {
            URI address = new URI(text);
            boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
            return web ? Optional.of(address.toASCIIString()) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    public static boolean isBlank(String text) {
        return text == null || printable(text).isBlank();
    }

    /** Without the characters that XML 1.0 does not allow (its section 2.2), with one kind of line break. */
    public static String printable(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ').codePoints()
            .filter(c -> c == '\n' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000)
            .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
