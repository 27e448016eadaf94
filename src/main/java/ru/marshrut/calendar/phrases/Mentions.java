package ru.marshrut.calendar.phrases;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ru.marshrut.calendar.DatePhrase;
import ru.marshrut.calendar.phrases.Point.Unit;
import ru.marshrut.calendar.phrases.Token.Kind;

/**
 * Finds dates and rates in a running text, where most numbers are neither. A month or quarter counts only where it
 * answers «when» («в марте», «до мая», «(март 2021)»), not where it names a plan («на март»); a date behind «от» that a
 * number follows is that of a document.
 */
final class Mentions {

    private static final int LONGEST_LIST = 31;
    private static final Set<String> WHEN = Set.of("в", "во", "с", "со", "до", "начиная", "не", "течение", "течении", "протяжении");

    private final String text;
    private final int year;
    private final List<Token> tokens;
    private final Rates rates;
    private final Spans spans;

    Mentions(String text, int year) {
        this.text = text;
        this.year = year;
        this.tokens = Tokens.of(text);
        this.rates = new Rates(tokens);
        this.spans = new Spans(tokens, year);
    }

    List<DatePhrase> all() {
        List<DatePhrase> found = new ArrayList<>();
        int at = 0;
        while (!tokens.get(at).is(Kind.END)) {
            Rate rate = rates.at(at);
            if (rate != null && rate.recurrence() != null) {
                found.add(Reading.mention(words(rate.start(), rate.end()), tokens, text, List.of(), rate, year));
                at = rate.end();
                continue;
            }
            List<Span> list = listAt(at);
            DatePhrase phrase = list.isEmpty() ? null : phrase(list);
            if (phrase == null && list.size() > 1) {
                list = list.subList(0, 1);
                phrase = phrase(List.of(spans.at(at)));
            }
            if (phrase != null) {
                found.add(phrase);
                at = list.get(list.size() - 1).end();
            } else {
                at++;
            }
        }
        return List.copyOf(found);
    }

    /** The stretches of days that stand side by side: «5, 12 и 19 марта». */
    private List<Span> listAt(int start) {
        List<Span> list = new ArrayList<>();
        int at = start;
        while (list.size() < LONGEST_LIST) {
            Span span = spans.at(at);
            if (span == null) {
                break;
            }
            if (!list.isEmpty() && (span.from() == null || span.start() != span.from().start)) {
                break; // «в мае, до 15 июня» are two mentions
            }
            list.add(span);
            at = span.end();
            if (!comma(at) && !tokens.get(at).is("и")) {
                break;
            }
            at++;
        }
        return list;
    }

    private boolean comma(int at) {
        return tokens.get(at).is(Kind.COMMA) && text.charAt(tokens.get(at).start()) == ',';
    }

    private DatePhrase phrase(List<Span> list) {
        if (endless(list) || cited(list) || list.stream().anyMatch(span -> !answersWhen(span, list))) {
            return null;
        }
        Span last = list.get(list.size() - 1);
        DatePhrase phrase = Reading.mention(words(list.get(0).start(), last.end()), tokens, text, list, null, year);
        boolean named = list.stream().allMatch(span -> named(span.from()) && named(span.to()));
        return named && (!phrase.windows().isEmpty() || surely(list) && !phrase.questions().isEmpty()) ? phrase : null;
    }

    /** Whether the last number has no month, so that those before it have none either. */
    private static boolean endless(List<Span> list) {
        Span last = list.get(list.size() - 1);
        return last.from() != null && !last.from().named() && (last.to() == null || !last.to().named());
    }

    private static boolean named(Point point) {
        return point == null || point.named();
    }

    /** A date with month and year is one even where the calendar has no such day. */
    private static boolean surely(List<Span> list) {
        return list.stream().anyMatch(span -> span.to() != null && span.to().plain && span.to().day != null);
    }

    /** «приказ от 29.01.2021 № 106» */
    private boolean cited(List<Span> list) {
        int start = list.get(0).start();
        Token after = tokens.get(list.get(list.size() - 1).end());
        boolean numbered = after.is(Kind.OTHER) && text.charAt(after.start()) == '№';
        return numbered || start > 0 && tokens.get(start - 1).is("от");
    }

    private boolean answersWhen(Span span, List<Span> list) {
        return (span.from() == null || answersWhen(span.from(), span, list))
            && (span.to() == null || span.single() || answersWhen(span.to(), span, list));
    }

    private boolean answersWhen(Point point, Span span, List<Span> list) {
        int start = list.get(0).start();
        int end = list.get(list.size() - 1).end();
        boolean opened = tokens.get(start).text() != null && WHEN.contains(tokens.get(start).text());
        boolean bracketed = start > 0 && tokens.get(start - 1).is(Kind.OPEN) && tokens.get(end).is(Kind.CLOSE);
        boolean forThat = forThat(start) || start > 0 && forThat(start - 1);
        if (point.unit == Unit.BARE) {
            return true; // its month decides
        }
        if (point.day != null) {
            return point.plain || point.number >= 1 && point.number <= 12 && (opened || bracketed || span.from() == null || span.range());
        }
        boolean during = tokens.subList(span.start(), point.end).stream().anyMatch(token -> token.text() != null
            && Vocabulary.DURING.contains(token.text())) || point.part != Point.Part.NONE;
        return switch (point.unit) {
            case YEAR, ACADEMIC -> during;
            case MONTH -> !forThat && (opened || bracketed || span.from() == null || point.year != null);
            default -> !forThat && (opened || bracketed);
        };
    }

    private boolean forThat(int at) {
        return tokens.get(at).is("на") || tokens.get(at).is("за");
    }

    private String words(int from, int to) {
        return text.substring(tokens.get(from).start(), tokens.get(to - 1).end());
    }
}
