package ru.marshrut.notification.ical;

import java.time.LocalDate;

/** A day by which something is to be done. */
record Deadline(String uid, String title, String description, LocalDate day, String link) {}
