package ru.marshrut.access.engine;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.Page;

/** What the three identity queries have in common. */
final class Listing {

    private Listing() {}

    static <T> List<T> page(List<T> all, Page page) {
        return page == null ? all : all.stream().skip(page.getFirstResult()).limit(page.getMaxResults()).toList();
    }

    static boolean contains(String[] wanted, String value) {
        return wanted == null || List.of(wanted).contains(value);
    }

    static boolean equal(String wanted, String value) {
        return wanted == null || wanted.equals(value);
    }

    /** SQL's LIKE with {@code %} and {@code _}, in any case of letters. */
    static boolean like(String pattern, String value) {
        if (pattern == null) {
            return true;
        }
        String regex = pattern.chars()
            .mapToObj(c -> c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf((char) c)))
            .collect(Collectors.joining());
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL).matcher(value).matches();
    }
}
