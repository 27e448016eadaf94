package ru.marshrut.territory;

import java.time.LocalDate;

/**
 * A person's dated role at a place, by order; a curator's appointment at a school is the curatorship.
 *
 * @param personId who holds it; another person who acts in it stands in for him ({@link Absences})
 * @param endsOn   last day, or null until further notice
 */
public record Appointment(long id, long personId, Role role, Place place, LocalDate startsOn, LocalDate endsOn, String orderNumber) {}
