package ru.marshrut.roadmap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import ru.marshrut.roadmap.Differences.Changed;
import ru.marshrut.roadmap.Differences.Part;
import ru.marshrut.roadmap.reading.ReadRow;

/**
 * Which row of an amendment is which measure of the approved version: what was decided by hand first, then the same number
 * and title, then the same title, then titles that are alike, and last the same number where the titles have something in
 * common. Each row is at most one measure.
 */
class Matching {

    /** Share of common words above which two titles are taken for one that was reworded. */
    private static final double ALIKE = 0.6;

    /** Share of common words that is enough where the number is the same. */
    private static final double ALIKE_AT_THE_SAME_NUMBER = 0.4;

    private final Map<String, Measure> measureOf = new LinkedHashMap<>();
    private final List<ReadRow> rows;
    private final List<Measure> measures;
    private final Set<String> open = new HashSet<>();
    private final Set<Long> free = new HashSet<>();

    /**
     * @param measures of the approved version, without the removed ones
     * @param keys     of the rows that they were read from, by measure
     * @param byHand   measure by row key; {@link Choices#NEW} for a new one
     */
    Matching(List<ReadRow> rows, List<Measure> measures, Map<Long, String> keys, Map<String, Long> byHand) {
        this.rows = rows;
        this.measures = measures;
        rows.forEach(row -> open.add(row.key()));
        measures.forEach(measure -> free.add(measure.id()));
        decided(byHand);
        same(ReadRow::key, measure -> keys.get(measure.id()));
        same(row -> normal(row.content().title()), measure -> normal(measure.content().title()));
        alike((row, measure) -> alike(row.content().title(), measure.content().title()), ALIKE);
        alike((row, measure) -> row.content().number().isEmpty() || !row.content().number().equals(measure.content().number()) ? 0
            : alike(row.content().title(), measure.content().title()), ALIKE_AT_THE_SAME_NUMBER);
    }

    /** The measure that a row is, or null where it is a new one. */
    Measure measureOf(ReadRow row) {
        return measureOf.get(row.key());
    }

    Differences differences() {
        List<ReadRow> added = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        List<Changed> renumbered = new ArrayList<>();
        int unchanged = 0;
        for (ReadRow row : rows) {
            Measure before = measureOf(row);
            Set<Part> parts = before == null ? Set.of() : parts(before.content(), row.content());
            if (before == null) {
                added.add(row);
            } else if (!parts.isEmpty()) {
                changed.add(new Changed(before, row, parts));
            } else {
                unchanged++;
                if (!before.content().number().equals(row.content().number())) {
                    renumbered.add(new Changed(before, row, parts));
                }
            }
        }
        return new Differences(added, measures.stream().filter(measure -> free.contains(measure.id())).toList(), changed, renumbered, unchanged);
    }

    /** In what two contents differ; other words for the same thing are no difference. */
    static Set<Part> parts(MeasureContent before, MeasureContent after) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        add(parts, Part.TITLE, !normal(before.title()).equals(normal(after.title())));
        add(parts, Part.DATES, !before.windows().equals(after.windows()) || !Objects.equals(before.recurrence(), after.recurrence()));
        add(parts, Part.ROLES, !before.roles().equals(after.roles()));
        add(parts, Part.RESULT, !normal(before.expectedResult()).equals(normal(after.expectedResult())));
        add(parts, Part.EVIDENCE, before.evidence() != after.evidence() || before.outcome() != after.outcome());
        add(parts, Part.INDICATORS, !targets(before).equals(targets(after)));
        return parts;
    }

    private static void add(Set<Part> parts, Part part, boolean differs) {
        if (differs) {
            parts.add(part);
        }
    }

    /** Indicators without the words that they were read from. */
    private static List<Indicator> targets(MeasureContent content) {
        return content.indicators().stream().map(i -> new Indicator(i.kind(), i.populations(),
            i.target() == null ? null : i.target().stripTrailingZeros(), i.per(), i.outcome(), i.asOf(), "")).toList();
    }

    private void decided(Map<String, Long> byHand) {
        for (ReadRow row : rows) {
            Long measureId = byHand.get(row.key());
            if (measureId != null && measureId == Choices.NEW) {
                open.remove(row.key());
            } else if (measureId != null && free.contains(measureId)) {
                match(row, measures.stream().filter(measure -> measure.id() == measureId).findFirst().orElseThrow());
            }
        }
    }

    /** Where exactly one row and exactly one measure have the same property. */
    private void same(Function<ReadRow, String> ofRow, Function<Measure, String> ofMeasure) {
        Map<String, List<Measure>> byProperty = new HashMap<>();
        measures.stream().filter(measure -> free.contains(measure.id()))
            .forEach(measure -> byProperty.computeIfAbsent(ofMeasure.apply(measure), property -> new ArrayList<>()).add(measure));
        Map<String, Integer> rowsOf = new HashMap<>();
        rows.stream().filter(row -> open.contains(row.key())).forEach(row -> rowsOf.merge(ofRow.apply(row), 1, Integer::sum));
        for (ReadRow row : rows) {
            List<Measure> candidates = byProperty.getOrDefault(ofRow.apply(row), List.of());
            if (open.contains(row.key()) && candidates.size() == 1 && rowsOf.get(ofRow.apply(row)) == 1) {
                match(row, candidates.get(0));
            }
        }
    }

    /** The most alike first. */
    private void alike(BiFunction<ReadRow, Measure, Double> likeness, double atLeast) {
        record Pair(ReadRow row, Measure measure, double likeness) {}
        List<Pair> pairs = new ArrayList<>();
        for (ReadRow row : rows) {
            for (Measure measure : measures) {
                double value = open.contains(row.key()) && free.contains(measure.id()) ? likeness.apply(row, measure) : 0;
                if (value >= atLeast) {
                    pairs.add(new Pair(row, measure, value));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::likeness).reversed());
        for (Pair pair : pairs) {
            if (open.contains(pair.row.key()) && free.contains(pair.measure.id())) {
                match(pair.row, pair.measure);
            }
        }
    }

    private void match(ReadRow row, Measure measure) {
        measureOf.put(row.key(), measure);
        open.remove(row.key());
        free.remove(measure.id());
    }

    /** Share of common words, 0 to 1 (Dice). */
    private static double alike(String one, String other) {
        Set<String> ones = words(one);
        Set<String> others = words(other);
        int all = ones.size() + others.size();
        ones.retainAll(others);
        return all == 0 ? 0 : 2.0 * ones.size() / all;
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>(Arrays.asList(normal(text).split(" ")));
        words.remove("");
        return words;
    }

    /** Letters and digits only, in one case: a moved comma is no change. */
    private static String normal(String text) {
        return text.toLowerCase(Locale.ROOT).replace('ё', 'е').replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
