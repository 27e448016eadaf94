package ru.marshrut.work;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ru.marshrut.shared.Days;
import ru.marshrut.shared.Refusal;

/** What was typed into a form, by field name. Reading a field checks it; a wrong one is refused by its name. */
public record FormInput(Map<String, List<String>> values) {

    public static final FormInput EMPTY = new FormInput(Map.of());

    private static final int LONGEST_TEXT = 20_000;

    /** Fields with one value each. */
    public static FormInput of(Map<String, String> fields) {
        return new FormInput(fields.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, field -> List.of(field.getValue()))));
    }

    /** The text without surrounding blanks, or an empty string. */
    public String text(String field) {
        String text = String.join("\n", values.getOrDefault(field, List.of())).strip();
        if (text.length() > LONGEST_TEXT) {
            throw Refusal.ofField(field, "work.form.tooLong", LONGEST_TEXT);
        }
        return text;
    }

    public String required(String field) {
        String text = text(field);
        if (text.isEmpty()) {
            throw Refusal.ofField(field, "work.form.required");
        }
        return text;
    }

    public List<String> all(String field) {
        return values.getOrDefault(field, List.of()).stream().filter(value -> !value.isBlank()).toList();
    }

    public boolean isChecked(String field) {
        return !text(field).isEmpty();
    }

    public <E extends Enum<E>> E choice(String field, Class<E> type) {
        String chosen = required(field);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(chosen)) {
                return constant;
            }
        }
        throw Refusal.ofField(field, "work.form.unknownChoice", chosen);
    }

    public LocalDate date(String field) {
        String text = required(field);
        try {
            LocalDate day = LocalDate.parse(text);
            if (Days.canBeMeant(day)) {
                return day;
            }
        } catch (DateTimeParseException e) {
            throw Refusal.ofField(field, "work.form.notADate", text);
        }
        throw Refusal.ofField(field, "work.form.notADate", text);
    }

    public LocalDateTime dateTime(String field) {
        String text = required(field);
        try {
            LocalDateTime time = LocalDateTime.parse(text);
            if (Days.canBeMeant(time.toLocalDate())) {
                return time;
            }
        } catch (DateTimeParseException e) {
            throw Refusal.ofField(field, "work.form.notADateTime", text);
        }
        throw Refusal.ofField(field, "work.form.notADateTime", text);
    }

    /** An http(s) link, or an empty string where nothing was typed. */
    public String link(String field) {
        String text = text(field);
        if (text.isEmpty()) {
            return text;
        }
        try {
            URI link = new URI(text);
            if (link.getHost() != null && ("https".equalsIgnoreCase(link.getScheme()) || "http".equalsIgnoreCase(link.getScheme()))) {
                return text;
            }
        } catch (URISyntaxException e) {
            throw Refusal.ofField(field, "work.form.notALink", text);
        }
        throw Refusal.ofField(field, "work.form.notALink", text);
    }

    public String requiredLink(String field) {
        required(field);
        return link(field);
    }

    /** First value for a template's field, or an empty string. */
    public String get(String field) {
        List<String> typed = values.get(field);
        return typed == null || typed.isEmpty() ? "" : typed.get(0);
    }

    public boolean has(String field, String value) {
        return values.getOrDefault(field, List.of()).contains(value);
    }
}
