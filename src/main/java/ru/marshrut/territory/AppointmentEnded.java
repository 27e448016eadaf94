package ru.marshrut.territory;

import java.time.LocalDate;

/** An appointment was given its last day. */
public record AppointmentEnded(long appointmentId, long personId, Role role, Place place, LocalDate endsOn) {}
