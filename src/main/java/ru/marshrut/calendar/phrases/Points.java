package ru.marshrut.calendar.phrases;

import java.util.List;
import java.util.Map;
import java.util.Set;
import ru.marshrut.calendar.phrases.Point.Part;
import ru.marshrut.calendar.phrases.Point.Unit;
import ru.marshrut.calendar.phrases.Token.Kind;

/** Reads one named day or span: «15 апреля 2021 г.», «10.03», «IV кв.», «первая декада мая», «2021-2022 учебный год», «5». */
final class Points {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;
    /** Of the weeks and decades of a month: «последняя неделя». */
    private static final int LAST_ONE = 5;

    private final List<Token> tokens;
    private final int year;

    /** @param year that «текущего года» means */
    Points(List<Token> tokens, int year) {
        this.tokens = tokens;
        this.year = year;
    }

    /** @return null where none begins at the token */
    Point at(int start) {
        Point point = dated(start);
        if (point == null) {
            point = parted(start);
        }
        if (point == null) {
            point = academic(start, start);
        }
        if (point == null) {
            point = month(start, start);
        }
        if (point == null) {
            point = numbered(start);
        }
        if (point == null) {
            point = yearOrSeason(start);
        }
        return point;
    }

    private Point dated(int start) {
        Token token = tokens.get(start);
        int after = start + 1;
        if (weekdayAt(start) > 0) {
            int at = tokens.get(after).is(Kind.COMMA) ? after + 1 : after;
            Point point = weekdayAt(at) > 0 ? null : at(at);
            if (point == null || point.day == null) {
                return null;
            }
            point.start = start;
            point.weekday = weekdayAt(start);
            return point;
        }
        if (!token.is(Kind.DATE)) {
            return null;
        }
        Point point = new Point(Unit.MONTH, token.month(), start);
        point.day = token.number() == 0 ? null : Integer.valueOf(token.number());
        point.plain = token.year() != 0;
        if (token.year() == 0) {
            return withYear(point, after);
        }
        point.year = token.year();
        point.end = in(Vocabulary.YEAR, after) ? after + 1 : after;
        return withTrimmings(point);
    }

    /** «начало июня», «до конца года», «вторая декада мая», «первая половина марта», «последняя неделя августа». */
    private Point parted(int start) {
        Part part = in(Vocabulary.BEGINNING, start) ? Part.BEGINNING : in(Vocabulary.MIDDLE, start) ? Part.MIDDLE
            : in(Vocabulary.END, start) ? Part.END : null;
        if (part != null) {
            Point whole = academic(start + 1, start);
            whole = whole == null ? month(start + 1, start) : whole;
            whole = whole == null ? numbered(start + 1) : whole;
            whole = whole == null ? yearAlone(start + 1) : whole;
            return whole == null || whole.day != null || !whole.named() ? null : withPart(whole, part, start);
        }
        int number = in(Vocabulary.LAST, start) ? LAST_ONE : number(start);
        if (number == 0) {
            return null;
        }
        if (in(Vocabulary.HALF_OF, start + 1) && number <= 2) {
            Point month = month(start + 2, start);
            if (month != null) {
                return month.day == null ? withPart(month, number == 1 ? Part.HALF_1 : Part.HALF_2, start) : null;
            }
            Point year = yearAlone(start + 2);
            if (year != null) {
                year.unit = Unit.HALF;
                year.number = number;
                year.start = start;
            }
            return year;
        }
        Part named = part(number, start + 1);
        Point month = named == null ? null : month(start + 2, start);
        return month == null ? null : withPart(month, named, start);
    }

    private static Point withPart(Point point, Part part, int start) {
        point.part = part;
        point.start = start;
        return point;
    }

    /** A month without a day. */
    private Point month(int at, int start) {
        if (!month(at)) {
            return null;
        }
        Point point = withYear(new Point(Unit.MONTH, Vocabulary.MONTHS.get(tokens.get(at).text()), start), at + 1);
        return point == null ? null : withPartBehind(point);
    }

    /** «апрель (2 декада)», «март, первая неделя». */
    private Point withPartBehind(Point point) {
        boolean opened = tokens.get(point.end).is(Kind.OPEN);
        int at = opened || tokens.get(point.end).is(Kind.COMMA) ? point.end + 1 : point.end;
        int number = at == point.end ? 0 : in(Vocabulary.LAST, at) ? LAST_ONE : number(at);
        Part part = number == 0 ? null : part(number, at + 1);
        if (part == null || opened && !tokens.get(at + 2).is(Kind.CLOSE) || !opened && month(at + 2)) {
            return point;
        }
        point.end = opened ? at + 3 : at + 2;
        return withPart(point, part, point.start);
    }

    /** The part of a month that a number and the word behind it name, or null. */
    private Part part(int number, int word) {
        if (in(Vocabulary.DECADE, word)) {
            return number == 4 ? null : Part.values()[Part.DECADE_1.ordinal() + Math.min(number, 3) - 1];
        }
        return in(Vocabulary.WEEK_OF, word) ? Part.values()[Part.WEEK_1.ordinal() + number - 1] : null;
    }

    private Point numbered(int start) {
        Token token = tokens.get(start);
        int next = start + 1;
        if (token.is(Kind.NUMBER) && month(next) && !tokens.get(next).afterDot()) {
            Point point = new Point(Unit.MONTH, Vocabulary.MONTHS.get(tokens.get(next).text()), start);
            point.day = token.number();
            return withYear(point, next + 1);
        }
        int number = token.is(Kind.NUMBER) ? token.number() : number(start);
        if (number > 0 && in(Vocabulary.QUARTER, next)) {
            return withYear(new Point(Unit.QUARTER, number, start), next + 1);
        }
        if (number > 0 && in(Vocabulary.HALF, next)) {
            return withYear(new Point(Unit.HALF, number, start), next + 1);
        }
        if (number > 0 && tokens.get(next).is("п") && tokens.get(next + 1).is(Kind.SLASH) && tokens.get(next + 2).is("г")) {
            return withYear(new Point(Unit.HALF, number, start), next + 3);
        }
        if (calendarYear(start)) {
            Point point = new Point(Unit.YEAR, 0, start);
            point.year = token.number();
            point.end = in(Vocabulary.YEAR, next) ? next + 1 : next;
            return point;
        }
        if (number > 0 && number <= 99) {
            Point point = new Point(Unit.BARE, number, start);
            point.ordinal = !token.is(Kind.NUMBER);
            point.end = next;
            return point;
        }
        return null;
    }

    private Point yearOrSeason(int start) {
        if (in(Vocabulary.SEASONS, start)) {
            return withYear(new Point(Unit.SEASON, Vocabulary.SEASONS.get(tokens.get(start).text()), start), start + 1);
        }
        boolean adjective = in(Vocabulary.THIS, start) || in(Vocabulary.NEXT, start);
        return adjective ? yearAlone(start) : null;
    }

    /** «года», «текущего года», «2021 года». */
    Point yearAlone(int start) {
        int at = in(Vocabulary.THIS, start) || in(Vocabulary.NEXT, start) ? start + 1 : start;
        Point point = new Point(Unit.YEAR, 0, start);
        if (in(Vocabulary.NEXT, start)) {
            point.year = year + 1;
        } else if (calendarYear(at) && !academicAt(at)) {
            point.year = tokens.get(at).number();
            at++;
            point.end = in(Vocabulary.YEAR, at) ? at + 1 : at;
            return point;
        }
        point.end = at + 1;
        return in(Vocabulary.YEAR, at) ? point : null;
    }

    /** «2021-2022 учебный год», «2021/22 уч. г.», «учебного года». */
    private Point academic(int at, int start) {
        Point point = new Point(Unit.ACADEMIC, 1, start);
        int word = at;
        if (calendarYear(at)) {
            point.year = tokens.get(at).number();
            word = at + 1;
            if ((tokens.get(word).is(Kind.DASH) || tokens.get(word).is(Kind.SLASH)) && tokens.get(word + 1).is(Kind.NUMBER)) {
                int second = tokens.get(word + 1).number();
                point.number = (second < 100 ? 2000 + second : second) - point.year;
                word += 2;
            }
            word = in(Vocabulary.YEAR, word) ? word + 1 : word;
        } else if (in(Vocabulary.THIS, at) || in(Vocabulary.NEXT, at) || in(Vocabulary.NEW, at)) {
            word = at + 1;
        }
        if (!in(Vocabulary.ACADEMIC, word) || !in(Vocabulary.YEAR, word + 1) || point.number < 1 || point.number > 20) {
            return null;
        }
        point.end = word + 2;
        return point;
    }

    private boolean academicAt(int at) {
        return academic(at, at) != null;
    }

    /** Takes the year that follows, where one does. */
    private Point withYear(Point point, int after) {
        int at = after;
        Point academic = academic(at, at);
        if (academic != null) {
            if (point.unit != Unit.MONTH || point.number < 1 || academic.year == null) {
                return null; // «I полугодие 2021-2022 учебного года»: which days that is differs from school to school
            }
            point.year = point.number >= 9 ? academic.year : Integer.valueOf(academic.year + 1);
            point.end = academic.end;
            return academic.number == 1 ? withTrimmings(point) : null;
        }
        if (tokens.get(at).is(Kind.COMMA) && calendarYear(at + 1) && !academicAt(at + 1)
            && (in(Vocabulary.YEAR, at + 2) || tokens.get(at + 2).is(Kind.END))) {
            at++;
        }
        Token token = tokens.get(at);
        if (calendarYear(at)) {
            point.year = token.number();
            at++;
            at = in(Vocabulary.YEAR, at) ? at + 1 : at;
        } else if (token.is(Kind.NUMBER) && token.digits() == 2 && in(Vocabulary.YEAR, at + 1)) {
            point.year = FIRST_YEAR + token.number();
            at += 2;
        } else if (in(Vocabulary.THIS, at) && in(Vocabulary.YEAR, at + 1) || (token.is("т") || token.is("с")) && tokens.get(at + 1).is("г")) {
            point.year = year;
            at += 2;
        } else if (in(Vocabulary.NEXT, at) && in(Vocabulary.YEAR, at + 1)) {
            point.year = year + 1;
            at += 2;
        }
        point.end = at;
        return withTrimmings(point);
    }

    /** Weekday, time of day and «включительно» behind a day. */
    private Point withTrimmings(Point point) {
        int at = point.end;
        if (point.day != null) {
            boolean opened = tokens.get(at).is(Kind.OPEN);
            int word = opened || tokens.get(at).is(Kind.COMMA) ? at + 1 : at;
            if (weekdayAt(word) > 0 && (!opened || tokens.get(word + 1).is(Kind.CLOSE))) {
                point.weekday = weekdayAt(word);
                at = opened ? word + 2 : word + 1;
            }
            int time = tokens.get(at).is("в") ? at + 1 : tokens.get(at).is(Kind.COMMA) ? at + 1 : at;
            if (tokens.get(time).is(Kind.TIME)) {
                at = time + 1;
                while (in(Vocabulary.HOURS, at)) {
                    at++;
                }
            }
        }
        if (tokens.get(at).is("включительно")) {
            at++;
        } else if (tokens.get(at).is(Kind.OPEN) && tokens.get(at + 1).is("включительно") && tokens.get(at + 2).is(Kind.CLOSE)) {
            at += 3;
        }
        point.end = at;
        return point;
    }

    private int weekdayAt(int at) {
        return in(Vocabulary.WEEKDAYS, at) ? Vocabulary.WEEKDAYS.get(tokens.get(at).text()) : 0;
    }

    /** 1–4 by word or in Roman letters, or by figure; 0 for anything else. */
    private int number(int at) {
        Token token = tokens.get(at);
        if (token.is(Kind.ROMAN) || token.is(Kind.NUMBER) && token.number() <= 4) {
            return token.number();
        }
        return in(Vocabulary.ORDINALS, at) ? Vocabulary.ORDINALS.get(token.text()) : 0;
    }

    private boolean month(int at) {
        return in(Vocabulary.MONTHS, at);
    }

    private boolean calendarYear(int at) {
        Token token = at < tokens.size() ? tokens.get(at) : null;
        return token != null && token.is(Kind.NUMBER) && token.digits() == 4 && token.number() >= FIRST_YEAR && token.number() <= LAST_YEAR;
    }

    private boolean in(Map<String, Integer> words, int at) {
        return in(words.keySet(), at);
    }

    private boolean in(Set<String> words, int at) {
        return at < tokens.size() && tokens.get(at).text() != null && words.contains(tokens.get(at).text());
    }
}
