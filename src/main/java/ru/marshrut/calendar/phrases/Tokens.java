package ru.marshrut.calendar.phrases;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ru.marshrut.calendar.phrases.Token.Kind;

/**
 * Cuts a phrase into tokens in one pass. All kinds of dashes and spaces are one, quotation marks and full stops
 * are left out, an ordinal ending («2-х», «25-го») belongs to its number.
 */
final class Tokens {

    private static final String DASHES = "-‐‑‒–—―−﹘﹣-";
    private static final String QUOTES = "«»„“”\"‘’'";
    private static final String LATIN = "aceopxykmthb";
    private static final String RUSSIAN = "асеорхукмтнв";
    /** Longest run of digits that can be a number here; a longer one is no date. */
    private static final int LONGEST_NUMBER = 6;

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private boolean afterDot;

    private Tokens(String text) {
        this.text = text;
    }

    static List<Token> of(String text) {
        return new Tokens(text).cut();
    }

    private List<Token> cut() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '.') {
                afterDot = true;
                at++;
            } else if (space(at) || QUOTES.indexOf(c) >= 0) {
                at++;
            } else if (digit(at)) {
                number();
            } else if (Character.isLetter(c)) {
                word();
            } else {
                add(mark(c), null, 0, at + 1);
            }
        }
        add(Kind.END, null, 0, at);
        return List.copyOf(tokens);
    }

    private static Kind mark(char c) {
        return DASHES.indexOf(c) >= 0 ? Kind.DASH : switch (c) {
            case ',', ';', ':' -> Kind.COMMA;
            case '/', '\\' -> Kind.SLASH;
            case '(', '[' -> Kind.OPEN;
            case ')', ']' -> Kind.CLOSE;
            default -> Kind.OTHER;
        };
    }

    private void number() {
        if (isoDate() || quotedDay() || monthOfYear() || dottedDate()) {
            return;
        }
        int end = digitsFrom(at);
        if (end - at <= 2 && end < text.length() && text.charAt(end) == ':' && digitsFrom(end + 1) == end + 3) {
            add(Kind.TIME, null, 0, end + 3);
        } else if (end - at > LONGEST_NUMBER) {
            add(Kind.OTHER, null, 0, end);
        } else {
            add(Kind.NUMBER, null, value(at, end), end);
            at = afterEnding(end);
        }
    }

    /** «2021-09-01», as a spreadsheet may give it. */
    private boolean isoDate() {
        int year = digitsFrom(at);
        int month = digitsFrom(year + 1);
        int day = digitsFrom(month + 1);
        boolean iso = year == at + 4 && month == year + 3 && day == month + 3 && text.charAt(year) == '-' && text.charAt(month) == '-';
        if (iso) {
            date(value(month + 1, day), value(year + 1, month), value(at, year), day);
        }
        return iso;
    }

    /** «« 16 » 03. 2021 г.»: the day in the quotation marks of an order's form, the month in figures behind them. */
    private boolean quotedDay() {
        int dayEnd = digitsFrom(at);
        int quote = spacesFrom(dayEnd);
        if (dayEnd - at > 2 || quote >= text.length() || QUOTES.indexOf(text.charAt(quote)) < 0) {
            return false;
        }
        int monthStart = spacesFrom(quote + 1);
        int monthEnd = digitsFrom(monthStart);
        int yearStart = afterDotAt(monthEnd);
        int yearEnd = digitsFrom(yearStart);
        boolean dated = monthEnd > monthStart && monthEnd - monthStart <= 2 && yearStart > monthEnd && yearEnd - yearStart == 4;
        if (dated) {
            date(value(at, dayEnd), value(monthStart, monthEnd), value(yearStart, yearEnd), yearEnd);
        }
        return dated;
    }

    /** «03.2021» is a date without a day. */
    private boolean monthOfYear() {
        int monthEnd = digitsFrom(at);
        int yearEnd = digitsFrom(monthEnd + 1);
        boolean dated = monthEnd == at + 2 && monthEnd < text.length() && text.charAt(monthEnd) == '.' && yearEnd == monthEnd + 5
            && text.startsWith("20", monthEnd + 1) && value(at, monthEnd) >= 1 && value(at, monthEnd) <= 12
            && (at == 0 || text.charAt(at - 1) != '.') && !(yearEnd + 1 < text.length() && text.charAt(yearEnd) == '.' && digit(yearEnd + 1));
        if (dated) {
            date(0, value(at, monthEnd), value(monthEnd + 1, yearEnd), yearEnd);
        }
        return dated;
    }

    /** «01.09.2021», «1.9.21», «29.01.», «16. 03. 2021», «01/09/2021»; «10.30» is a time. */
    private boolean dottedDate() {
        int dayEnd = digitsFrom(at);
        int monthStart = afterDotAt(dayEnd);
        int monthEnd = digitsFrom(monthStart);
        if (dayEnd - at > 2 || monthStart == dayEnd || monthEnd == monthStart || monthEnd - monthStart > 2) {
            return false;
        }
        boolean slashed = text.charAt(dayEnd) == '/';
        int day = value(at, dayEnd);
        int month = value(monthStart, monthEnd);
        int yearStart = slashed && monthEnd < text.length() && text.charAt(monthEnd) == '/' ? monthEnd + 1 : slashed ? monthEnd : afterDotAt(monthEnd);
        int yearEnd = digitsFrom(yearStart);
        int length = yearEnd - yearStart;
        boolean another = yearEnd + 1 < text.length() && text.charAt(yearEnd) == '.' && digit(yearEnd + 1);
        boolean dated = yearStart > monthEnd && !another && (length == 4 || length == 2 && yearStart == monthEnd + 1);
        if (dated) {
            int year = value(yearStart, yearEnd);
            date(day, month, length == 2 ? 2000 + year : year, yearEnd);
            return true;
        }
        if (slashed || dayEnd + 1 != monthStart && monthEnd - monthStart < 2) {
            return false; // «3/4», «1. 5 марта»
        }
        if (dayEnd + 1 != monthStart && wordFollows(monthEnd)) {
            return false; // «1. 15 марта»
        }
        if (day < 24 && monthEnd - monthStart == 2 && (month == 0 || month > 12 && month < 60 && month % 5 == 0)) {
            add(Kind.TIME, null, 0, monthEnd);
            return true;
        }
        date(day, month, 0, monthEnd);
        return true;
    }

    private boolean wordFollows(int from) {
        int next = spacesFrom(from);
        return next < text.length() && Character.isLetter(text.charAt(next));
    }

    private int afterDotAt(int position) {
        if (position >= text.length() || text.charAt(position) != '.' && text.charAt(position) != '/') {
            return position;
        }
        int next = spacesFrom(position + 1);
        return next < text.length() && digit(next) ? next : position;
    }

    /** At most a few spaces belong into a date; a longer gap would make cutting slow, and is none. */
    private int spacesFrom(int from) {
        int next = from;
        while (next < text.length() && next - from < 4 && space(next)) {
            next++;
        }
        return next;
    }

    private void date(int day, int month, int year, int end) {
        tokens.add(new Token(Kind.DATE, null, day, month, year, afterDot, at, end));
        afterDot = false;
        at = end;
    }

    private void word() {
        StringBuilder letters = new StringBuilder();
        int end = at;
        while (end < text.length() && (Character.isLetter(text.charAt(end)) || invisible(text.charAt(end)))) {
            if (!invisible(text.charAt(end))) {
                letters.append(text.charAt(end));
            }
            end++;
        }
        String word = letters.toString().toLowerCase(Locale.ROOT).replace('ё', 'е');
        if (word.equals("г")) {
            end = afterSecondOfYears(end);
        }
        int roman = Vocabulary.roman(word.replace('і', 'i'));
        if (roman > 0) {
            add(Kind.ROMAN, null, roman, end);
            at = afterEnding(end);
        } else {
            add(Kind.WORD, russian(word), 0, end);
        }
    }

    /** «2021-2022 г.г.» has one word for «годы». */
    private int afterSecondOfYears(int from) {
        int second = from < text.length() && text.charAt(from) == '.' ? spacesFrom(from + 1) : text.length();
        boolean doubled = second < text.length() && Character.toLowerCase(text.charAt(second)) == 'г'
            && (second + 1 == text.length() || !Character.isLetter(text.charAt(second + 1)));
        return doubled ? second + 1 : from;
    }

    private static String russian(String word) {
        StringBuilder letters = new StringBuilder(word);
        for (int i = 0; i < letters.length(); i++) {
            int latin = LATIN.indexOf(letters.charAt(i));
            if (latin >= 0) {
                letters.setCharAt(i, RUSSIAN.charAt(latin));
            }
        }
        return letters.toString();
    }

    /** Behind «-х», «-го», «й», where that is what follows the number. */
    private int afterEnding(int from) {
        int start = from < text.length() && DASHES.indexOf(text.charAt(from)) >= 0 ? from + 1 : from;
        int end = start;
        while (end < text.length() && end - start < 4 && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return Vocabulary.ENDINGS.contains(text.substring(start, end).toLowerCase(Locale.ROOT)) ? end : from;
    }

    private void add(Kind kind, String word, int number, int end) {
        tokens.add(new Token(kind, word, number, 0, 0, afterDot, at, end));
        afterDot = false;
        at = end;
    }

    private int digitsFrom(int from) {
        int end = Math.min(from, text.length());
        while (end < text.length() && end - from <= LONGEST_NUMBER * 10 && digit(end)) {
            end++;
        }
        return end;
    }

    private int value(int from, int to) {
        return Integer.parseInt(text.substring(from, to));
    }

    private boolean digit(int position) {
        char c = text.charAt(position);
        return c >= '0' && c <= '9';
    }

    private boolean space(int position) {
        char c = text.charAt(position);
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || invisible(c);
    }

    /** Soft hyphen, zero-width signs. */
    private static boolean invisible(char c) {
        return Character.getType(c) == Character.FORMAT;
    }
}
