package ru.marshrut.schoolyear.visits;

import java.time.LocalDate;

/** A visit as it is proposed. */
public record PlannedVisit(LocalDate day, String purpose) {

    /** Characters. */
    public static final int LONGEST_PURPOSE = 500;
}
