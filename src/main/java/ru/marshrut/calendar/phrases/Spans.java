package ru.marshrut.calendar.phrases;

import java.util.List;
import java.util.Set;
import ru.marshrut.calendar.phrases.Point.Unit;
import ru.marshrut.calendar.phrases.Span.Closed;
import ru.marshrut.calendar.phrases.Span.Opened;
import ru.marshrut.calendar.phrases.Token.Kind;

/** Reads one stretch of days: «с … по …», «до …», «не ранее …», «март – май», «в течение года», «25 мая». */
final class Spans {

    /** More words than these before or behind a span are no part of it. */
    private static final int MOST_LEADS = 6;

    private final List<Token> tokens;
    private final Points points;

    Spans(List<Token> tokens, int year) {
        this.tokens = tokens;
        this.points = new Points(tokens, year);
    }

    /** @return null where none begins at the token */
    Span at(int start) {
        int at = start;
        boolean during = false;
        boolean whole = false;
        while (at - start < MOST_LEADS && in(Vocabulary.LEADS, at)) {
            during |= in(Vocabulary.DURING, at);
            whole |= in(Vocabulary.WHOLE, at);
            boolean term = tokens.get(at).is("срок") || tokens.get(at).is("сроки");
            at++;
            at = term && in(Vocabulary.OF_WORK, at) ? at + 1 : at;
            if (term && (tokens.get(at).is(Kind.COMMA) || tokens.get(at).is(Kind.DASH))) {
                at++;
            }
        }
        if (at == start && tokens.get(at).is("по") && tokens.get(at + 1).is("состоянию")) {
            at = tokens.get(at + 2).is("на") ? at + 3 : at + 2;
        }
        Span span = wholeYear(start, at, during || whole, whole);
        if (span == null) {
            span = until(start, at);
        }
        if (span == null) {
            span = from(start, at);
        }
        return span == null ? named(start, at) : span;
    }

    /** «в течение года», «весь период реализации проекта», «постоянно»: the year that is meant. */
    private Span wholeYear(int start, int at, boolean during, boolean whole) {
        Point year = new Point(Unit.YEAR, 0, start);
        if (in(Vocabulary.ALWAYS, at)) {
            year.end = at + 1;
        } else if (at > start && tokens.get(at - 1).is("на") && tokens.get(at).is("постоянной") && tokens.get(at + 1).is("основе")) {
            year.end = at + 2;
        } else if (inCourseOfTheProject(start, at)) {
            year.end = at;
            year.end += tokens.get(at).is("ходе") ? 1 : 0;
            while (year.end - at < MOST_LEADS && in(Vocabulary.OF_THE_PROJECT, year.end)) {
                year.end++;
            }
        } else if (during && tokens.get(at).is("периода") || whole && at > start && tokens.get(at - 1).is("период") && !pointAt(at)) {
            year.end = tokens.get(at).is("периода") ? at + 1 : at;
            while (year.end - at < MOST_LEADS && in(Vocabulary.OF_THE_PROJECT, year.end)) {
                year.end++;
            }
        } else if (during && in(Vocabulary.YEAR, at)) {
            year.end = at + 1;
        } else {
            return null;
        }
        return Span.of(year, start, year.end);
    }

    /** «в период реализации проекта», «в ходе реализации программы». */
    private boolean inCourseOfTheProject(int start, int at) {
        boolean course = tokens.get(at).is("ходе") || at > start && tokens.get(at - 1).is("период");
        int first = tokens.get(at).is("ходе") ? at + 1 : at;
        return course && tokens.get(first).is("реализации") && in(Vocabulary.OF_THE_PROJECT, first + 1);
    }

    private boolean pointAt(int at) {
        return tokens.get(at).is("с") || points.at(at) != null;
    }

    private Span until(int start, int at) {
        int later = afterNotLater(at);
        if (later == at && !in(Vocabulary.UNTIL, at) && !tokens.get(at).is("по")) {
            return null;
        }
        Point to = points.at(later > at ? later : afterTime(at + 1));
        return to == null ? null : new Span(null, to, Opened.WITH, in(Vocabulary.UNTIL, at) ? Closed.UNTIL : Closed.WITH, start, to.end);
    }

    private Span from(int start, int at) {
        int first;
        if (tokens.get(at).is("не") && in(Vocabulary.EARLIER, at + 1)) {
            first = at + 2;
        } else if (tokens.get(at).is("начиная")) {
            first = in(Vocabulary.FROM, at + 1) ? at + 2 : at + 1;
        } else if (tokens.get(at).is("после") || in(Vocabulary.FROM, at)) {
            first = at + 1;
        } else {
            return null;
        }
        Point from = points.at(first);
        if (from == null) {
            return null;
        }
        Opened opened = tokens.get(at).is("после") ? Opened.AFTER : Opened.WITH;
        Span closed = closed(start, from, opened);
        if (closed != null) {
            return closed;
        }
        return tokens.get(at).is("от") ? null : new Span(from, null, opened, Closed.WITH, start, from.end);
    }

    private Span named(int start, int at) {
        Point from = points.at(at);
        if (from == null) {
            return null;
        }
        Span closed = closed(start, from, Opened.WITH);
        return closed == null ? Span.of(from, start, from.end) : closed;
    }

    /** The rest of a range: «– 15 февраля», «по 15 февраля», «до 15 февраля». */
    private Span closed(int start, Point from, Opened opened) {
        int at = from.end;
        boolean until = tokens.get(at).is("до");
        boolean earlier = opened == Opened.WITH && tokens.get(start).is("не") && tokens.get(at).is("и");
        int later = afterNotLater(earlier ? at + 1 : at);
        boolean notLater = later > (earlier ? at + 1 : at);
        if (!tokens.get(at).is(Kind.DASH) && !tokens.get(at).is("по") && !until && !notLater) {
            return null;
        }
        Point to = points.at(notLater ? later : at + 1);
        return to == null ? null : new Span(from, to, opened, until ? Closed.UNTIL : Closed.WITH, start, to.end);
    }

    /** Behind «не позднее», «не позже», «не позднее, чем», «не позднее чем до»; the same token where there is none. */
    private int afterNotLater(int at) {
        if (!tokens.get(at).is("не") || !in(Vocabulary.LATER, at + 1)) {
            return at;
        }
        int than = tokens.get(at + 2).is(Kind.COMMA) && tokens.get(at + 3).is("чем") ? at + 3 : at + 2;
        than = tokens.get(than).is("чем") ? than + 1 : than;
        return in(Vocabulary.UNTIL, than) ? than + 1 : than;
    }

    /** «до 12.00 15.02.2021». */
    private int afterTime(int from) {
        int at = from;
        if (tokens.get(at).is(Kind.TIME)) {
            at++;
            while (in(Vocabulary.HOURS, at)) {
                at++;
            }
        }
        return at;
    }

    private boolean in(Set<String> words, int at) {
        return at < tokens.size() && tokens.get(at).text() != null && words.contains(tokens.get(at).text());
    }
}
