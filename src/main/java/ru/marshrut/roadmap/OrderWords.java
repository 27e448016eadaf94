package ru.marshrut.roadmap;

import java.time.LocalDate;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import ru.marshrut.calendar.DatePhrases;

/**
 * Number and date of an order in its own words: below its title («ПРИКАЗ / От « 16 » 03. 2021 г. / № 604», seeds 002 and
 * 003), in the appendix («к приказу … от 16.03.2021 г. № 604»), or the date alone below «УТВЕРЖДАЮ» (seed 004).
 */
@Component
class OrderWords {

    private static final int IGNORE_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String DAY = "([«\"“]?\\s*\\d{1,2}\\s*[»\"”]?[.\\s]{0,3}(?:\\d{2}|\\p{L}{3,8})[.\\s]{1,3}20\\d\\d)";
    private static final String NUMBER = "№\\s*([\\p{L}\\d][^\\s,;«»]{0,30})";
    /** What an order cites begins with «О внесении …» or a sentence below its number. */
    private static final Pattern HEAD = Pattern.compile("^\\s*(?:ПРИКАЗ|РАСПОРЯЖЕНИЕ|ПОСТАНОВЛЕНИЕ)\\s*$(.{0,250})", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern APPENDIX = Pattern.compile("(?:приложение|утвержд[её]н\\p{L}*)[^\\t]{0,200}?\\sот\\s+" + DAY + "[^\\t№]{0,20}" + NUMBER, IGNORE_CASE);
    private static final Pattern APPROVED = Pattern.compile("УТВЕРЖДАЮ[^\\t]{0,200}?" + DAY);
    private static final Pattern SOME_DAY = Pattern.compile(DAY);
    private static final Pattern SOME_NUMBER = Pattern.compile(NUMBER);

    private final DatePhrases dates;

    OrderWords(DatePhrases dates) {
        this.dates = dates;
    }

    /** What the words say; number and date are missing where they do not. */
    Order read(String words) {
        Matcher head = HEAD.matcher(words);
        if (head.find()) {
            Matcher day = SOME_DAY.matcher(head.group(1));
            Matcher number = SOME_NUMBER.matcher(head.group(1));
            Order order = new Order(number.find() ? number.group(1) : "", day.find() ? date(day.group(1)) : null, null);
            if (!order.number().isEmpty() && order.date() != null) {
                return order;
            }
        }
        Matcher appendix = APPENDIX.matcher(words);
        if (appendix.find()) {
            return new Order(appendix.group(2), date(appendix.group(1)), null);
        }
        Matcher approved = APPROVED.matcher(words);
        return new Order("", approved.find() ? date(approved.group(1)) : null, null);
    }

    private LocalDate date(String words) {
        return dates.read(words, LocalDate.EPOCH.getYear()).windows().stream()
            .filter(window -> Objects.equals(window.start(), window.due())).findFirst().map(window -> window.due()).orElse(null);
    }
}
