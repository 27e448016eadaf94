package ru.marshrut.territory;

import java.time.LocalDate;

/** A person was appointed to a role at a place, from a day on. */
public record PersonAppointed(long appointmentId, long personId, Role role, Place place, LocalDate startsOn) {}
