package ru.marshrut.notification;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * A calendar entry by RFC 6047. The same {@code uid} with a higher {@code sequence} changes the entry, a cancelled one
 * withdraws it.
 *
 * @param attendees mail addresses
 * @param link      where the meeting takes place, or null
 */
public record Invitation(String uid, int sequence, boolean cancelled, String title, String description, Instant start, Instant end,
                         ZoneId zone, String link, List<String> attendees) {}
