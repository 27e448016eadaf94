package ru.marshrut.roadmap.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;
import ru.marshrut.calendar.Precision;
import ru.marshrut.calendar.Recurrence;
import ru.marshrut.calendar.Window;
import ru.marshrut.roadmap.Evidence;
import ru.marshrut.roadmap.Indicator;
import ru.marshrut.roadmap.IndicatorKind;
import ru.marshrut.roadmap.MeasureContent;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Population;
import ru.marshrut.roadmap.reading.Correction.Value;
import ru.marshrut.roadmap.reading.ReadRow.Field;
import ru.marshrut.shared.Days;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Role;

/** The form of a row: as it was understood, or as it was typed. The last window and the last indicator are empty, for one more. */
record RowForm(String title, List<WindowLine> windows, String recurrence, String count, String byDay, Set<String> roles, String evidence,
               String outcome, List<IndicatorLine> indicators) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);
    /** No powers of ten: written out, 1e999999999 would fill the memory. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d{1,6})?");
    /** Characters of a wrong value that a refusal repeats. */
    private static final int SHOWN = 60;

    record WindowLine(String start, String due) {}

    record IndicatorLine(String kind, Set<String> populations, String target, String per, String outcome, String asOf, String words) {

        static final IndicatorLine EMPTY = new IndicatorLine("", Set.of(), "", "", "", "", "");
    }

    static RowForm of(MeasureContent content) {
        List<WindowLine> windows = new ArrayList<>(content.windows().stream().map(window -> new WindowLine(text(window.start()), text(window.due()))).toList());
        windows.add(new WindowLine("", ""));
        List<IndicatorLine> indicators = new ArrayList<>(content.indicators().stream().map(indicator -> new IndicatorLine(indicator.kind().name(),
            names(indicator.populations()), indicator.target() == null ? "" : RoadMapWords.plain(indicator.target()).toPlainString(),
            text(indicator.per()), text(indicator.outcome()), text(indicator.asOf()), indicator.words())).toList());
        indicators.add(IndicatorLine.EMPTY);
        Recurrence recurrence = content.recurrence();
        return new RowForm(content.title(), windows, recurrence == null ? "" : recurrence.kind().name(),
            recurrence == null ? "" : String.valueOf(recurrence.count()), recurrence == null ? "" : text(recurrence.byDay()),
            names(content.roles()), content.evidence().name(), text(content.outcome()), indicators);
    }

    static RowForm typed(MultiValueMap<String, String> typed) {
        List<WindowLine> windows = new ArrayList<>();
        List<String> dues = typed.getOrDefault("windowDue", List.of());
        List<String> starts = typed.getOrDefault("windowStart", List.of());
        for (int i = 0; i < Math.max(starts.size(), dues.size()); i++) {
            windows.add(new WindowLine(at(starts, i), at(dues, i)));
        }
        List<IndicatorLine> indicators = new ArrayList<>();
        for (int i = 0; typed.containsKey("kind" + i); i++) {
            indicators.add(new IndicatorLine(first(typed, "kind" + i), Set.copyOf(typed.getOrDefault("population" + i, List.of())),
                first(typed, "target" + i), first(typed, "per" + i), first(typed, "counted" + i), first(typed, "asOf" + i), first(typed, "words" + i)));
        }
        return new RowForm(first(typed, "title"), windows, first(typed, "recurrence"), first(typed, "count"), first(typed, "byDay"),
            Set.copyOf(typed.getOrDefault("roles", List.of())), first(typed, "evidence"), first(typed, "outcome"), indicators);
    }

    /**
     * What was typed for these fields of a row, where it says something else than what was understood or answers what is asked;
     * throws {@link Refusal} by the name of the input.
     *
     * @param asked fields about which something is to be decided
     */
    Map<Field, Value> values(Set<Field> fields, Set<Field> asked, MeasureContent before) {
        Map<Field, Value> values = new EnumMap<>(Field.class);
        for (Field field : fields) {
            Value value = value(field, before);
            if (asked.contains(field) || !value.equals(understood(field, before))) {
                values.put(field, value);
            }
        }
        return values;
    }

    private Value value(Field field, MeasureContent before) {
        return switch (field) {
            case TITLE -> new Value(title.strip(), null, null, null, null, null, null);
            case WINDOWS -> new Value(null, windows(before), null, null, null, null, null);
            case RECURRENCE -> new Value(null, null, typedRecurrence(), null, null, null, null);
            case ROLES -> new Value(null, null, null, chosen(Role.class, roles, "roles"), null, null, null);
            case EVIDENCE -> new Value(null, null, null, null, choice(Evidence.class, evidence, "evidence"),
                choice(OutcomeKind.class, outcome, "outcome"), null);
            case INDICATORS -> new Value(null, null, null, null, null, null, indicatorValues());
        };
    }

    private static Value understood(Field field, MeasureContent content) {
        return switch (field) {
            case TITLE -> new Value(content.title(), null, null, null, null, null, null);
            case WINDOWS -> new Value(null, content.windows(), null, null, null, null, null);
            case RECURRENCE -> new Value(null, null, content.recurrence(), null, null, null, null);
            case ROLES -> new Value(null, null, null, content.roles(), null, null, null);
            case EVIDENCE -> new Value(null, null, null, null, content.evidence(), content.outcome(), null);
            case INDICATORS -> new Value(null, null, null, null, null, null, content.indicators().stream()
                .map(i -> new Indicator(i.kind(), RoadMapWords.inOrder(i.populations()), RoadMapWords.plain(i.target()), i.per(), i.outcome(), i.asOf(),
                    i.words())).toList());
        };
    }

    /** A window whose days stay keeps the precision of the words. */
    private List<Window> windows(MeasureContent before) {
        List<Window> typed = new ArrayList<>();
        for (WindowLine line : windows) {
            LocalDate start = date("windows", line.start());
            LocalDate due = date("windows", line.due());
            if (start == null && due == null) {
                continue;
            }
            if (start != null && due != null && due.isBefore(start)) {
                throw Refusal.ofField("windows", "roadmap.web.windowBackwards", line.start(), line.due());
            }
            typed.add(before.windows().stream().filter(window -> Objects.equals(window.start(), start) && Objects.equals(window.due(), due)).findFirst()
                .orElse(new Window(start, due, Precision.DAY)));
        }
        return typed;
    }

    private Recurrence typedRecurrence() {
        Recurrence.Kind kind = choice(Recurrence.Kind.class, recurrence, "recurrence");
        if (kind == null) {
            return null;
        }
        BigDecimal times = count.isBlank() ? BigDecimal.ONE : number("recurrence", count);
        BigDecimal day = byDay.isBlank() ? null : number("recurrence", byDay);
        return new Recurrence(kind, times.intValue(), day == null ? null : day.intValue());
    }

    private List<Indicator> indicatorValues() {
        return indicators.stream().filter(line -> !line.kind().isBlank()).map(line -> {
            IndicatorKind kind = choice(IndicatorKind.class, line.kind(), "indicators");
            boolean counted = kind != IndicatorKind.FACT;
            return new Indicator(kind, counted ? RoadMapWords.inOrder(chosen(Population.class, line.populations(), "indicators")) : List.of(),
                counted && !line.target().isBlank() ? RoadMapWords.plain(number("indicators", line.target())) : null,
                kind == IndicatorKind.RATE ? choice(Recurrence.Kind.class, line.per(), "indicators") : null,
                choice(OutcomeKind.class, line.outcome(), "indicators"), date("indicators", line.asOf()), line.words());
        }).toList();
    }

    /** As a browser sends it, or as it is written by hand; null where nothing was typed. */
    static LocalDate date(String field, String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            LocalDate day = typed.contains(".") ? LocalDate.parse(typed.strip(), DAY) : LocalDate.parse(typed.strip());
            if (Days.canBeMeant(day)) {
                return day;
            }
        } catch (DateTimeException e) {
            throw Refusal.ofField(field, "roadmap.web.notADate", shown(typed));
        }
        throw Refusal.ofField(field, "roadmap.web.notADate", shown(typed));
    }

    private static String shown(String typed) {
        return typed.length() > SHOWN ? typed.substring(0, SHOWN) + "…" : typed;
    }

    private static BigDecimal number(String field, String typed) {
        String plain = typed.strip().replace(',', '.').replace("%", "").strip();
        if (!NUMBER.matcher(plain).matches()) {
            throw Refusal.ofField(field, "roadmap.web.notANumber", shown(typed));
        }
        return new BigDecimal(plain);
    }

    private static <E extends Enum<E>> Set<E> chosen(Class<E> type, Set<String> names, String field) {
        Set<E> values = EnumSet.noneOf(type);
        names.forEach(name -> values.add(choice(type, name, field)));
        return values;
    }

    /** Null where nothing was chosen. */
    static <E extends Enum<E>> E choice(Class<E> type, String name, String field) {
        if (name == null || name.isBlank()) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants()).filter(known -> known.name().equals(name)).findFirst()
            .orElseThrow(() -> Refusal.ofField(field, "roadmap.web.unknownChoice", shown(name)));
    }

    private static Set<String> names(Iterable<? extends Enum<?>> values) {
        Set<String> names = new java.util.LinkedHashSet<>();
        values.forEach(value -> names.add(value.name()));
        return names;
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private static String first(MultiValueMap<String, String> typed, String name) {
        return Objects.requireNonNullElse(typed.getFirst(name), "");
    }

    private static String at(List<String> values, int index) {
        return index < values.size() ? values.get(index) : "";
    }
}
