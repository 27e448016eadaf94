package ru.marshrut.notification;

import java.time.Instant;
import java.util.List;

/** Implemented by a module that knows of meetings, for the personal calendar feed. */
public interface MeetingSource {

    /** Meetings of a person that end after the instant; cancelled ones may be left out. */
    List<Invitation> meetingsOf(long personId, Instant from);
}
