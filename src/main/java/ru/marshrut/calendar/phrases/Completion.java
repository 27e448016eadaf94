package ru.marshrut.calendar.phrases;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ru.marshrut.calendar.phrases.Point.Unit;

/**
 * Gives the points of a phrase the months and years that stand elsewhere in it: «5, 12 марта», «Март, сентябрь 2021»,
 * «с 1 ноября по 15 февраля 2022». The nearest named year on the right wins, then the one on the left, then the year
 * that is meant where the words name none. A range without years that ends earlier in the year than it begins runs
 * over the end of the year.
 */
final class Completion {

    private final List<Point> points = new ArrayList<>();
    /** Whether the point is the end of the range that the one before it begins. */
    private final List<Boolean> closing = new ArrayList<>();
    private final Set<Point> unclear = new HashSet<>();
    private final int year;

    private Completion(List<Span> spans, int year) {
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
    static Set<Point> complete(List<Span> spans, int year) {
        Completion completion = new Completion(spans, year);
        completion.units();
        completion.years();
        return completion.unclear;
    }

    private void units() {
        for (int i = points.size() - 2; i >= 0; i--) {
            take(points.get(i), points.get(i + 1), closing.get(i + 1));
        }
        for (int i = 1; i < points.size(); i++) {
            if (closing.get(i)) {
                take(points.get(i), points.get(i - 1), true);
            }
        }
    }

    /** A number takes the unit of its neighbour, which it must stand beside: «5 и 12 марта», not «5 раз в марте». */
    private static void take(Point bare, Point named, boolean sameRange) {
        int gap = named.start > bare.start ? named.start - bare.end : bare.start - named.end;
        if (bare.named() || gap > (sameRange ? 2 : 3)) {
            return;
        }
        if (named.unit == Unit.MONTH && named.day != null && !bare.ordinal) {
            bare.day = bare.number;
            bare.unit = Unit.MONTH;
            bare.number = named.number;
        } else if (named.unit == Unit.QUARTER || named.unit == Unit.HALF) {
            bare.unit = named.unit;
        }
    }

    private void years() {
        int[] right = new int[points.size()];
        for (int i = points.size() - 2; i >= 0; i--) {
            Point next = points.get(i + 1);
            right[i] = next.year != null ? next.year : right[i + 1] == 0 ? 0
                : closing.get(i + 1) && earlier(next, points.get(i)) ? right[i + 1] : right[i + 1];
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
        }
    }

    private void fromTheRight(int i, Point point, Point next, int named) {
        boolean begins = closing.size() > i + 1 && closing.get(i + 1);
        boolean runsOver = begins && earlier(next, point) && next.number != point.number;
        point.year = runsOver ? named - 1 : named;
        if (!begins && next.year != null && earlier(next, point)) {
            unclear.add(point);
        }
    }

    private void fromTheLeft(int i, Point point, Point before) {
        boolean runsOver = closing.get(i) && earlier(point, before) && point.number != before.number;
        point.year = runsOver ? before.year + 1 : before.year;
        if (!closing.get(i) && earlier(point, before)) {
            unclear.add(point);
        }
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
