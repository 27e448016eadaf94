package ru.marshrut.administration.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import ru.marshrut.shared.Days;
import ru.marshrut.shared.Refusal;

/** What is typed into a form as text, so that it can be shown again where it is wrong. */
final class Typed {

    private static final int EARLIEST = 2020;
    private static final int LATEST = 2099;
    private static final int LONGEST_NUMBER = 100;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private Typed() {}

    /** The asked year where it can be one of the programme, else the given one. */
    static int yearOr(Integer asked, int otherwise) {
        return asked == null || asked < EARLIEST || asked > LATEST ? otherwise : asked;
    }

    /** Throws {@link Refusal} for a year that cannot be one of the programme. */
    static int year(int typed) {
        if (typed < EARLIEST || typed > LATEST) {
            throw Refusal.ofField("year", "administration.risks.wrong", String.valueOf(typed));
        }
        return typed;
    }

    /** @param code of the refusal where it is not a day */
    static LocalDate day(String field, String typed, String code) {
        try {
            LocalDate day = LocalDate.parse(typed == null ? "" : typed);
            if (Days.canBeMeant(day)) {
                return day;
            }
        } catch (DateTimeParseException e) {
            throw Refusal.ofField(field, code);
        }
        throw Refusal.ofField(field, code);
    }

    /** Number and day of an order in one line, as in «№ 106 от 29.01.2021». */
    static String order(String number, String day, Keeping keeping) {
        String given = number == null ? "" : number.strip().replaceFirst("^№\\s*", "");
        if (given.isEmpty() || given.length() > LONGEST_NUMBER) {
            throw Refusal.ofField("orderNumber", "administration.order.noNumber", String.valueOf(LONGEST_NUMBER));
        }
        return keeping.text("administration.order", given, DAY.format(day("orderDay", day, "administration.order.noDay")));
    }
}
