package ru.marshrut.calendar.phrases;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ru.marshrut.calendar.phrases.Point.Part;
import ru.marshrut.calendar.phrases.Point.Unit;

/**
 * Gives the points of a phrase the months and years that stand elsewhere in it: «5, 12 марта», «Март, сентябрь 2021»,
 * «с 1 ноября по 15 февраля 2022». The nearest named year on the right wins, then the one on the left, then the year
 * that is meant where the words name none. A range without years that ends earlier in the year than it begins runs
 * over the end of the year.
 */
final class Completion {

    private static final Set<String> BETWEEN = Set.of("и", "а", "также", "с", "со", "по", "до", "к", "в", "не", "позднее", "позже");
    private static final int MOST_BETWEEN = 4;

    private final List<Point> points = new ArrayList<>();
    /** Whether the point is the end of the range that the one before it begins. */
    private final List<Boolean> closing = new ArrayList<>();
    private final Set<Point> unclear = new HashSet<>();
    private final List<Token> tokens;
    private final int year;

    private Completion(List<Token> tokens, List<Span> spans, int year) {
        this.tokens = tokens;
        this.year = year;
        for (Span span : spans) {
            if (span.from() != null) {
                add(span.from(), false);
            }
            if (span.to() != null && !span.single()) {
                add(span.to(), span.from() != null);
            }
        }
    }

    private void add(Point point, boolean closes) {
        points.add(point);
        closing.add(closes);
    }

    /** @return points whose year the words leave unclear */
    static Set<Point> complete(List<Token> tokens, List<Span> spans, int year) {
        Completion completion = new Completion(tokens, spans, year);
        completion.units();
        completion.years();
        return completion.unclear;
    }

    private void units() {
        for (int i = points.size() - 2; i >= 0; i--) {
            take(points.get(i), points.get(i + 1));
        }
        for (int i = 1; i < points.size(); i++) {
            if (closing.get(i)) {
                take(points.get(i), points.get(i - 1));
            }
        }
    }

    /** A number takes the unit of its neighbour, which it must stand beside: «5 и 12 марта», not «2 недели до 15 мая». */
    private void take(Point bare, Point named) {
        if (bare.named() || !beside(bare, named)) {
            return;
        }
        if (named.unit == Unit.MONTH && named.day != null && !bare.ordinal) {
            bare.day = bare.number;
            bare.unit = Unit.MONTH;
            bare.number = named.number;
        } else if (named.part.compareTo(Part.DECADE_1) >= 0 && named.part != Part.HALF_1 && named.part != Part.HALF_2) {
            takePart(bare, named);
        } else if (named.unit == Unit.QUARTER || named.unit == Unit.HALF) {
            bare.unit = named.unit;
        }
    }

    /** «1-2 декада марта», «2-3 неделя мая» */
    private static void takePart(Point bare, Point named) {
        Part first = named.week() ? Part.WEEK_1 : Part.DECADE_1;
        if (bare.number <= (named.week() ? 4 : 3)) {
            bare.part = Part.values()[first.ordinal() + bare.number - 1];
            bare.unit = Unit.MONTH;
            bare.number = named.number;
        }
    }

    private boolean beside(Point one, Point other) {
        int from = Math.min(one.end, other.end);
        int to = Math.max(one.start, other.start);
        return to - from <= MOST_BETWEEN && tokens.subList(from, to).stream().allMatch(Completion::joins);
    }

    private static boolean joins(Token token) {
        return switch (token.kind()) {
            case COMMA, DASH -> true;
            case WORD -> BETWEEN.contains(token.text());
            default -> false;
        };
    }

    /** A list runs on in time; where a year that was filled in breaks that, it may be the wrong one. */
    private void backwards(Set<Point> filledIn) {
        for (int i = 1; i < points.size(); i++) {
            Point before = points.get(i - 1);
            Point point = points.get(i);
            boolean back = before.year != null && before.year.equals(point.year) && earlier(point, before);
            if (back && !closing.get(i) && (filledIn.contains(point) || filledIn.contains(before))) {
                unclear.add(filledIn.contains(point) ? point : before);
            }
        }
    }

    private void years() {
        Set<Point> filledIn = points.stream().filter(point -> point.year == null).collect(Collectors.toSet());
        fillYears();
        backwards(filledIn);
    }

    private void fillYears() {
        int[] right = new int[points.size()];
        for (int i = points.size() - 2; i >= 0; i--) {
            Point next = points.get(i + 1);
            right[i] = next.year != null ? next.year : right[i + 1];
        }
        boolean leftNamed = false;
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            if (point.year != null) {
                leftNamed = true;
                continue;
            }
            Point before = i == 0 ? null : points.get(i - 1);
            Point next = i + 1 < points.size() ? points.get(i + 1) : null;
            if (right[i] != 0 && !(leftNamed && keepsToTheLeft(i, right[i]))) {
                fromTheRight(i, point, next, right[i]);
            } else if (before != null && before.year != null) {
                fromTheLeft(i, point, before);
            } else {
                point.year = year;
            }
            if (point.unit == Unit.ACADEMIC && point.part == Part.END) {
                point.year--; // what ends in that year began the year before
            }
        }
    }

    private void fromTheRight(int i, Point point, Point next, int named) {
        boolean begins = closing.size() > i + 1 && closing.get(i + 1);
        boolean runsOver = begins && earlier(next, point) && next.number != point.number;
        point.year = runsOver ? named - 1 : named;
    }

    private void fromTheLeft(int i, Point point, Point before) {
        boolean runsOver = closing.get(i) && earlier(point, before) && point.number != before.number;
        point.year = runsOver ? before.year + 1 : before.year;
    }

    /** Between two different years, a day that fits behind the one and not before the other belongs to the first. */
    private boolean keepsToTheLeft(int i, int right) {
        Point before = points.get(i - 1);
        if (before.year == null || before.year == right) {
            return false;
        }
        Point next = points.get(i + 1);
        return closing.get(i) && earlier(before, points.get(i)) || next.year != null && earlier(next, points.get(i)) && earlier(before, points.get(i));
    }

    private static boolean earlier(Point one, Point other) {
        return one.order() < other.order() && one.order() > 0;
    }
}
