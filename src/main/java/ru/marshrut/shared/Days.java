package ru.marshrut.shared;

import java.time.LocalDate;

/** Days that the system deals with. */
public final class Days {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    private Days() {}

    /** Whether a day can be meant; what lies centuries away is a slip of the keyboard, and beyond what the database can keep. */
    public static boolean canBeMeant(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }

    /** Whether a year can be meant; another is a slip of the keyboard too. */
    public static boolean canBeMeant(int year) {
        return year >= FIRST.getYear() && year <= LAST.getYear();
    }
}
