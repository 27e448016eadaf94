package ru.marshrut.roadmap.reading;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.regex.Pattern;

/** The text of a cell, freed of what only served its look. */
final class CellText {

    private static final Pattern INVISIBLE = Pattern.compile("[\\uFEFF\\u00AD\\u200B-\\u200F\\u2060\\p{Cc}&&[^\\t\\n\\r\\f\\u000B]]");
    private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?|[\\f\\u000B\\u0085\\u2028\\u2029]");
    private static final Pattern SPACES = Pattern.compile("[\\p{Zs}\\t]+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private CellText() {}

    /** A source with line feeds as its only line ends and without invisible characters. */
    static String plain(String source) {
        return LINE_ENDS.matcher(INVISIBLE.matcher(source).replaceAll("").replace('\u2011', '-')).replaceAll("\n");
    }

    /** Lines without spaces around them; empty ones are left out. */
    static String clean(String raw) {
        return plain(raw).lines().map(line -> SPACES.matcher(line).replaceAll(" ").strip()).filter(line -> !line.isEmpty())
            .collect(joining("\n"));
    }

    static String oneLine(String raw) {
        return clean(raw).replace('\n', ' ');
    }

    /** For comparing: words in lower case with single spaces, ё as е. */
    static String key(String text) {
        return NO_LETTERS.matcher(text.toLowerCase(Locale.ROOT).replace('ё', 'е')).replaceAll(" ").strip();
    }
}
