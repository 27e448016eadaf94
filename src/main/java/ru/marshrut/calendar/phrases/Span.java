package ru.marshrut.calendar.phrases;

/**
 * One stretch of days as the words give it.
 *
 * @param from   or null where only the end is named
 * @param to     or null where only the beginning is named; the same point where one day or span is named
 * @param opened how the beginning is named
 * @param closed how the end is named
 * @param start  first token
 * @param end    token after the last
 */
record Span(Point from, Point to, Opened opened, Closed closed, int start, int end) {

    /** AFTER: on the day after it («после 15 мая»). */
    enum Opened { WITH, AFTER }

    /** WITH: the last day belongs to it («по май»); UNTIL: that is sure only of a day («до мая»). */
    enum Closed { WITH, UNTIL }

    static Span of(Point only, int start, int end) {
        return new Span(only, only, Opened.WITH, Closed.WITH, start, end);
    }

    /** From its beginning to the last day of December. */
    Span untilTheYearEnds() {
        if (from == null) {
            return this;
        }
        Point december = new Point(Point.Unit.MONTH, 12, end);
        december.end = end;
        december.year = from.year;
        return new Span(from, december, opened, Closed.WITH, start, end);
    }

    boolean single() {
        return from == to;
    }

    boolean range() {
        return from != null && to != null && !single();
    }
}
