package ru.marshrut.notification.mail;

/**
 * A letter as it will be read: what it says was true when it was put into the outbox.
 *
 * @param calendar        iCalendar object, or null
 * @param calendarMethod  {@code REQUEST} or {@code CANCEL}, or null
 * @param unsubscribePath path that leaves the digest by one click (RFC 8058), or null
 */
public record RenderedLetter(String subject, String html, String text, String calendar, String calendarMethod,
                             String unsubscribePath) {}
