package ru.marshrut.calendar.phrases;

import java.util.List;
import java.util.Set;
import ru.marshrut.calendar.Recurrence;
import ru.marshrut.calendar.Recurrence.Kind;

/** Reads rates: «ежемесячно до 5 числа», «не менее 2-х раз в неделю», «каждый понедельник», «до 25 числа каждого месяца». */
final class Rates {

    /** Words that can stand between a number and its unit: «2-х публикаций», «двух новых публикаций». */
    private static final int COUNTED_WORDS = 3;

    private final List<Token> tokens;

    Rates(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** @return null where no rate begins at the token */
    Rate at(int start) {
        Token first = tokens.get(start);
        Kind kind = Vocabulary.adverb(first.text());
        if (kind != null) {
            return withDay(kind, 1, start, start + 1);
        }
        if (word(start) != null && word(start).startsWith("ежегодн")) {
            return new Rate(null, start, start + 1);
        }
        Rate rate = everyUnit(start);
        if (rate == null) {
            rate = dayOfEachMonth(start);
        }
        if (rate == null) {
            rate = weekdayOfEachMonth(start);
        }
        return rate == null ? counted(start) : rate;
    }

    private Rate everyUnit(int start) {
        boolean by = tokens.get(start).is("по") && word(start + 1) != null && word(start + 1).endsWith("м");
        if (!by && !in(Vocabulary.EVERY, start)) {
            return null;
        }
        Kind unit = by ? null : Vocabulary.unit(word(start + 1));
        if (unit != null) {
            return withDay(unit, 1, start, start + 2);
        }
        int at = start + 1;
        int days = 0;
        while (weekday(at)) {
            days++;
            at++;
            if ((tokens.get(at).is(Token.Kind.COMMA) || tokens.get(at).is("и")) && weekday(at + 1)) {
                at++;
            }
        }
        return days == 0 ? null : new Rate(Recurrence.of(Kind.WEEKLY, days), start, afterTime(at));
    }

    /** «первый вторник каждого месяца», «каждый последний четверг месяца» */
    private Rate weekdayOfEachMonth(int start) {
        int at = in(Vocabulary.EVERY, start) ? start + 1 : start;
        boolean which = in(Vocabulary.LAST, at) || Vocabulary.ORDINALS.containsKey(word(at) == null ? "" : word(at));
        if (!which || !weekday(at + 1)) {
            return null;
        }
        int month = in(Vocabulary.EVERY, at + 2) ? at + 3 : at + 2;
        return in(Vocabulary.OF_A_MONTH, month) ? new Rate(Recurrence.of(Kind.MONTHLY, 1), start, month + 1) : null;
    }

    private int afterTime(int from) {
        int at = word(from) != null && word(from).equals("в") ? from + 1 : from;
        return at < tokens.size() && tokens.get(at).is(Token.Kind.TIME) ? at + 1 : from;
    }

    /** Behind «месяца[,] следующего за отчетным [периодом]», of which only the first word may stand; the same token where it does not. */
    private int afterMonth(int from) {
        int at = in(Vocabulary.EVERY, from) && in(Vocabulary.OF_A_MONTH, from + 1) ? from + 1 : from;
        if (!in(Vocabulary.OF_A_MONTH, at)) {
            return from;
        }
        int following = tokens.get(at + 1).is(Token.Kind.COMMA) ? at + 2 : at + 1;
        if (!in(Vocabulary.FOLLOWING, following) || !tokens.get(following + 1).is("за") || !in(Vocabulary.REPORTED, following + 2)) {
            return at + 1;
        }
        String what = word(following + 3);
        if (what != null && what.startsWith("квартал")) {
            return from;
        }
        boolean period = what != null && (what.startsWith("период") || what.startsWith("месяц"));
        return period ? following + 4 : following + 3;
    }

    private boolean weekday(int at) {
        return word(at) != null && Vocabulary.WEEKDAYS.containsKey(word(at));
    }

    /** «до 25 числа каждого месяца», «до 5 числа ежемесячно». */
    private Rate dayOfEachMonth(int start) {
        int day = dayOfMonth(start);
        if (day < 0) {
            return null;
        }
        int at = afterDay(start);
        if (in(Vocabulary.EVERY, at) && in(Vocabulary.OF_A_MONTH, at + 1)) {
            return new Rate(new Recurrence(Kind.MONTHLY, 1, day), start, at + 2);
        }
        int following = afterMonth(at);
        if (following > at + 1) { // «месяца» alone may be any
            return new Rate(new Recurrence(Kind.MONTHLY, 1, day), start, following);
        }
        if (tokens.get(at).is(Token.Kind.COMMA)) {
            at++;
        }
        return Vocabulary.adverb(word(at)) == Kind.MONTHLY ? new Rate(new Recurrence(Kind.MONTHLY, 1, day), start, at + 1) : null;
    }

    /** A rate followed by its day: «ежемесячно, до 5 числа [каждого] [месяца]». */
    private Rate withDay(Kind kind, int count, int start, int end) {
        boolean opened = tokens.get(end).is(Token.Kind.OPEN);
        int at = opened || tokens.get(end).is(Token.Kind.COMMA) ? end + 1 : end;
        if (kind == Kind.WEEKLY && count == 1 && opened && weekday(at)) {
            return new Rate(Recurrence.of(kind, count), start, at + 1);
        }
        int day = kind == Kind.MONTHLY ? dayOfMonth(at) : -1;
        return day < 0 ? new Rate(Recurrence.of(kind, count), start, end)
            : new Rate(new Recurrence(kind, count, day), start, afterMonth(afterDay(at)));
    }

    private int dayOfMonth(int start) {
        int number = numberOf(start);
        Token day = tokens.get(Math.min(number, tokens.size() - 1));
        boolean named = day.is(Token.Kind.NUMBER) && day.number() >= 1 && day.number() <= 31 && in(Vocabulary.DAY_OF_MONTH, number + 1);
        return named ? day.number() : -1;
    }

    private int afterDay(int start) {
        return numberOf(start) + 2;
    }

    private int numberOf(int start) {
        if (tokens.get(start).is("не") && in(Vocabulary.LATER, start + 1)) {
            return start + 2;
        }
        int first = in(Vocabulary.UNTIL, start) || in(Vocabulary.FROM, start) || tokens.get(start).is("по") ? start + 1 : start;
        boolean range = tokens.get(first).is(Token.Kind.NUMBER) && (tokens.get(first + 1).is("по") || tokens.get(first + 1).is(Token.Kind.DASH));
        return range ? first + 2 : first; // «с 1 по 5 число», of which the last day counts
    }

    /** «2 раза в месяц», «раз в неделю», «дважды в год», «не менее 2-х публикаций в неделю». */
    private Rate counted(int start) {
        int at = tokens.get(start).is("не") && in(Vocabulary.LEAST, start + 1) ? start + 2 : start;
        Token number = tokens.get(at);
        int count = number.is(Token.Kind.NUMBER) && number.number() > 0 ? number.number()
            : number.text() == null ? -1 : Vocabulary.NUMERALS.getOrDefault(number.text(), -1);
        int end;
        if (number.text() != null && Vocabulary.TIMES_BY_WORD.containsKey(number.text())) {
            count = Vocabulary.TIMES_BY_WORD.get(number.text());
            end = at + 1;
        } else if (number.is("раз")) {
            count = 1;
            end = at + 1;
        } else if (count < 0) {
            return null;
        } else {
            end = at + 1;
            while (word(end) != null && end - at <= COUNTED_WORDS && !word(end).equals("в") && !Vocabulary.MONTHS.containsKey(word(end))) {
                end++;
            }
            if (end == at + 1) {
                return null;
            }
        }
        if (!tokens.get(end).is("в")) {
            return null;
        }
        int unitAt = in(Vocabulary.EVERY, end + 1) ? end + 2 : end + 1;
        boolean often = at > start || in(Vocabulary.TIMES, end - 1) || Vocabulary.TIMES_BY_WORD.containsKey(word(end - 1));
        if (!often && word(unitAt + 1) != null) {
            return null; // «3 урока в неделю математики»
        }
        Kind unit = Vocabulary.unit(word(unitAt));
        if (unit != null) {
            return withDay(unit, count, start, unitAt + 1);
        }
        if (count == 1 && in(Vocabulary.HALF, unitAt)) {
            return new Rate(null, true, start, unitAt + 1);
        }
        return count == 1 && tokens.get(unitAt).is("год") ? new Rate(null, start, unitAt + 1) : null;
    }

    private boolean in(Set<String> words, int at) {
        return word(at) != null && words.contains(word(at));
    }

    private String word(int at) {
        return at < tokens.size() ? tokens.get(at).text() : null;
    }
}
