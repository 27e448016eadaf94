package ru.marshrut.notification;

/** A person's own calendar of deadlines and meetings, read by calendar programs at a secret address. */
public interface CalendarFeed {

    /** The address below the public one, such as {@code /ical/<token>.ics}; made at the first call. */
    String pathOf(long personId);

    /** Makes a new address; the old one stops working. */
    String renew(long personId);
}
