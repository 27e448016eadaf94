package ru.marshrut.roadmap.figures;

/** Somebody who is expected at a measure's event, known to the system as a person, as a school, or by name only. */
public record Registered(long measureId, Long personId, Long schoolId, String fullName) {}
