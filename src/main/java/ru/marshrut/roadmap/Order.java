package ru.marshrut.roadmap;

import java.time.LocalDate;

/**
 * The order that puts a road map or its amendment into force.
 *
 * @param number        blank or null while it is not known
 * @param date          null while it is not known
 * @param effectiveFrom the day from which it holds, which can lie before the order (seed 003, point 2); null: from its date
 */
public record Order(String number, LocalDate date, LocalDate effectiveFrom) {

    public Order {
        number = number == null ? "" : number.strip();
    }

    public LocalDate holdsFrom() {
        return effectiveFrom == null ? date : effectiveFrom;
    }
}
