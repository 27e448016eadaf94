package ru.marshrut.calendar.phrases;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import ru.marshrut.calendar.DatePhrase;
import ru.marshrut.calendar.Precision;
import ru.marshrut.calendar.Recurrence;
import ru.marshrut.calendar.Window;
import ru.marshrut.calendar.phrases.Point.Part;
import ru.marshrut.calendar.phrases.Point.Unit;
import ru.marshrut.calendar.phrases.Span.Closed;
import ru.marshrut.calendar.phrases.Span.Opened;
import ru.marshrut.shared.Question;

/** Makes windows, a rate and questions of what a phrase was found to say. */
final class Reading {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    /** «2 раза в год»: how often, but not when. */
    private static final Pattern TIMES_IN_A_LONG_SPAN = Pattern.compile("\\bраза?\\s+в\\s+(?:год|полугодие|четверть|триместр|учебный год)(?!\\p{L})",
        Pattern.UNICODE_CHARACTER_CLASS);

    private final String text;
    private final List<Token> tokens;
    private final int year;
    private final Unread unread;
    private final List<Window> windows = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();

    private Reading(String text, List<Token> tokens, Unread unread, int year) {
        this.text = text;
        this.tokens = tokens;
        this.unread = unread;
        this.year = year;
    }

    /** @param spans in the order of the words */
    static DatePhrase of(String text, List<Token> tokens, Unread unread, List<Span> spans, List<Rate> rates, int year) {
        Reading reading = new Reading(text, tokens, unread, year);
        reading.spans(spans);
        if (reading.windows.isEmpty() && !rates.isEmpty() && reading.questions.isEmpty()) {
            reading.windows.add(wholeYear(year));
        }
        Recurrence recurrence = reading.rates(rates);
        if (rates.stream().anyMatch(Rate::halves)) {
            reading.halves();
        }
        reading.unreadWords(spans.isEmpty() && rates.isEmpty());
        return new DatePhrase(text, reading.windows.stream().distinct().toList(), recurrence, reading.questions.stream().distinct().toList());
    }

    /** The rate alone, or the windows alone, as a running text mentions them. */
    static DatePhrase mention(String words, List<Token> tokens, String text, List<Span> spans, Rate rate, int year) {
        Reading reading = new Reading(text, tokens, new Unread(text, tokens), year);
        reading.spans(spans);
        return new DatePhrase(words, reading.windows, rate == null ? null : rate.recurrence(), reading.questions);
    }

    private static Window wholeYear(int year) {
        return new Window(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), Precision.YEAR);
    }

    /** «1 раз в полугодие» divides a year; several windows beside it are its days already. */
    private void halves() {
        Window only = windows.size() == 1 ? windows.get(0) : null;
        if (only != null && only.start() != null && only.equals(wholeYear(only.start().getYear()))) {
            int of = only.start().getYear();
            windows.set(0, new Window(only.start(), LocalDate.of(of, 6, 30), Precision.HALF_YEAR));
            windows.add(new Window(LocalDate.of(of, 7, 1), only.due(), Precision.HALF_YEAR));
        } else if (only != null) {
            questions.add(Question.of("calendar.question.halfYearly", text.strip()));
        }
    }

    private void unreadWords(boolean nothingElse) {
        if (nothingElse && unread.onlySigns()) {
            questions.add(Question.of("calendar.question.empty"));
        } else if (!unread.none()) {
            boolean timesOnly = TIMES_IN_A_LONG_SPAN.matcher(unread.words().toLowerCase(Locale.ROOT)).find();
            questions.add(Question.of(timesOnly ? "calendar.question.whichTimes" : "calendar.question.notUnderstood", unread.words()));
        }
    }

    private Recurrence rates(List<Rate> rates) {
        List<Recurrence> different = rates.stream().map(Rate::recurrence).filter(each -> each != null).distinct().toList();
        if (different.size() > 1) {
            questions.add(Question.of("calendar.question.severalRates", text.strip()));
        }
        return different.isEmpty() ? null : different.get(0);
    }

    private void spans(List<Span> spans) {
        Set<Point> unclear = Completion.complete(tokens, spans, year);
        boolean finer = spans.stream().anyMatch(span -> !(span.single() && span.from().unit == Unit.YEAR));
        boolean untilBefore = false;
        for (Span span : spans) {
            if (finer && span.single() && span.from().unit == Unit.YEAR || !complete(span)) {
                unread.add(span.start(), span.end());
                continue;
            }
            if (!possible(span)) {
                continue;
            }
            boolean continued = untilBefore && span.single() && span.from().day != null;
            Span meant = continued ? new Span(null, span.to(), Opened.WITH, Closed.UNTIL, span.start(), span.end()) : span;
            untilBefore = continued || span.from() == null && span.to().day != null;
            window(meant);
            if (unclear.contains(span.from()) || unclear.contains(span.to())) {
                questions.add(Question.of("calendar.question.whichYear", words(span)));
            }
        }
    }

    /** Whether every number in it has found its month or unit. */
    private static boolean complete(Span span) {
        boolean complete = (span.from() == null || span.from().named()) && (span.to() == null || span.to().named());
        return complete && (!span.range() || fit(span.from(), span.to()));
    }

    /** A whole year and a part of a year are not the two ends of one range. */
    private static boolean fit(Point from, Point to) {
        boolean whole = from.unit == Unit.YEAR || from.unit == Unit.ACADEMIC;
        return whole ? from.unit == to.unit : to.unit != Unit.YEAR && to.unit != Unit.ACADEMIC || to.part != Part.NONE;
    }

    private boolean possible(Span span) {
        for (Point point : span.single() ? new Point[] {span.from()} : new Point[] {span.from(), span.to()}) {
            if (point != null && !point.possible()) {
                questions.add(Question.of("calendar.question.noSuchDay", words(point.start, point.end)));
                return false;
            }
        }
        return true;
    }

    private void window(Span span) {
        Precision precision = endsBefore(span) ? Precision.DAY : span.from() == null ? span.to().precision() : span.to() == null ? span.from().precision()
            : coarser(span.from().precision(), span.to().precision());
        LocalDate first = span.from() == null ? null : span.opened() == Opened.AFTER ? span.from().last().plusDays(1) : span.from().first();
        LocalDate due = span.to() == null ? null : due(span);
        if (first != null && due != null && due.isBefore(first)) {
            questions.add(Question.of("calendar.question.endsBeforeItBegins", words(span), DAY.format(first), DAY.format(due)));
            return;
        }
        windows.add(new Window(first, due, precision));
        if (due == null) {
            questions.add(Question.of("calendar.question.openEnd", words(span)));
        }
        questionsOn(span);
    }

    /** «до начала июня» ends on the day before; «до мая» may or may not mean May itself, which is asked. */
    private static LocalDate due(Span span) {
        return endsBefore(span) ? span.to().first().minusDays(1) : span.to().last();
    }

    private static boolean endsBefore(Span span) {
        return span.from() == null && span.closed() == Closed.UNTIL && span.to().part == Part.BEGINNING;
    }

    private void questionsOn(Span span) {
        Point to = span.to();
        Point from = span.from();
        if (span.closed() == Closed.UNTIL && to.precision() != Precision.DAY && to.part == Part.NONE) {
            questions.add(Question.of("calendar.question.untilWhole", words(span), words(to.start, to.end), DAY.format(due(span))));
        }
        boolean beginsVaguely = from != null && vague(from) && !(from.part == Part.BEGINNING && !span.single());
        boolean endsVaguely = to != null && to != from && vague(to)
            && !(to.part == Part.END && to.unit != Unit.ACADEMIC || to.part == Part.BEGINNING && span.closed() == Closed.UNTIL);
        boolean untilMiddle = from == null && to.part == Part.MIDDLE;
        if (beginsVaguely || endsVaguely || untilMiddle) {
            questions.add(Question.of("calendar.question.whichDays", words(span)));
        }
        if (assumedAcademic(from) || from != to && assumedAcademic(to)) {
            int begins = (from == null ? to : from).year;
            questions.add(Question.of("calendar.question.whichAcademicYear", words(span), begins + "–" + (begins + 1), (begins - 1) + "–" + begins));
        }
        for (Point point : span.single() ? new Point[] {from} : new Point[] {from, to}) {
            if (point != null && point.weekday != null && point.first().getDayOfWeek().getValue() != point.weekday) {
                questions.add(Question.of("calendar.question.otherWeekday", words(point.start, point.end), DAY.format(point.first())));
            }
        }
    }

    /** Part of more than a month, or a week, whose days each counts in his own way. */
    private static boolean vague(Point point) {
        return point.week() || point.part != Part.NONE && !point.inMonth();
    }

    private boolean assumedAcademic(Point point) {
        return point != null && point.unit == Unit.ACADEMIC && point.part == Part.NONE && tokens.subList(point.start, point.end).stream()
            .noneMatch(token -> token.is(Token.Kind.NUMBER));
    }

    private static Precision coarser(Precision one, Precision other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private String words(Span span) {
        return words(span.start(), span.end());
    }

    private String words(int from, int to) {
        return text.substring(tokens.get(from).start(), tokens.get(to - 1).end()).replaceAll("\\s+", " ");
    }
}
