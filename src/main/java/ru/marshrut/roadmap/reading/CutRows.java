package ru.marshrut.roadmap.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The measures of a table: rows that a page break cut are put together again (seed 002 row 15, seed 003 row 23), headings
 * repeated on each page are dropped, rows over the whole width are the headings of sections.
 */
final class CutRows {

    /**
     * A measure's row.
     *
     * @param cells    by column; without an entry where the table has no such column
     * @param pieces   number of rows that it was put together from
     * @param sections headings of sections that stand right above it, and below the last row
     */
    record Row(Map<Column, String> cells, int pieces, List<String> sections) {

        String text(Column column) {
            return cells.getOrDefault(column, "");
        }
    }

    private static final Pattern OPEN_END = Pattern.compile(
        "(?s).*(?:[-–—,(«/]|(?<![\\p{L}])(?:и|в|во|на|по|с|со|для|от|до|о|об|при|к|из|за|под|или|не|позднее|том|числе))");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d\\s*(?:гг?\\.?|год\\p{L}*)?");
    private static final Pattern HYPHENATED = Pattern.compile("(?<!\\p{L})(\\p{L}++)-\\z");
    private static final Pattern FIRST_WORD = Pattern.compile("(?s)(\\p{Ll}+).*");
    private static final Pattern WORD = Pattern.compile("\\p{L}+(?:-\\p{L}+)*(?![\\p{L}-])");

    private static final int MOST_PIECES = 40;

    private final Layout layout;
    private final List<List<String>> source;
    private final Predicate<String> isDate;
    private final List<Row> rows = new ArrayList<>();
    private List<String> sections = new ArrayList<>();
    private Set<String> vocabulary;

    private CutRows(RawTable table, Layout layout, Predicate<String> isDate) {
        this.layout = layout;
        this.source = table.rows();
        this.isDate = isDate;
    }

    /** @param isDate whether words name days or a rate */
    static List<Row> of(RawTable table, Layout layout, Predicate<String> isDate) {
        return new CutRows(table, layout, isDate).rows();
    }

    private List<Row> rows() {
        List<List<String>> headings = source.subList(0, layout.firstRow());
        boolean afterBreak = false;
        for (List<String> cells : source.subList(layout.firstRow(), source.size())) {
            boolean empty = cells.stream().allMatch(cell -> CellText.key(cell).isEmpty());
            if (empty || countsColumns(cells) || headings.stream().anyMatch(heading -> Headings.sameWords(heading, cells))) {
                afterBreak = true;
                continue;
            }
            Map<Column, String> row = new EnumMap<>(Column.class);
            layout.columns().forEach(column -> row.computeIfAbsent(column, c -> layout.text(cells, c)));
            row.remove(Column.IGNORED);
            String overWidth = overWidth(cells);
            if (overWidth != null) {
                sections.add(CellText.oneLine(overWidth));
            } else if (isSectionInPlaceOfNumber(row, cells)) {
                sections.add(CellText.oneLine(row.get(Column.NUMBER)));
            } else if (!rows.isEmpty() && sections.isEmpty() && continues(rows.get(rows.size() - 1), row, afterBreak)) {
                join(row);
            } else if (isLoneSection(row)) {
                sections.add(CellText.oneLine(row.get(Column.TITLE)));
            } else if (row.values().stream().anyMatch(text -> !text.isBlank())) {
                rows.add(new Row(row, 1, sections));
                sections = new ArrayList<>();
            }
            afterBreak = false;
        }
        if (!sections.isEmpty() && !rows.isEmpty()) {
            Row last = rows.get(rows.size() - 1);
            List<String> all = new ArrayList<>(last.sections);
            all.addAll(sections);
            rows.set(rows.size() - 1, new Row(last.cells, last.pieces, all));
        }
        return rows;
    }

    /** The row «1 2 3 4 5» below the headings. */
    private static boolean countsColumns(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).equals(String.valueOf(i + 1))) {
                return false;
            }
        }
        return cells.size() > 2;
    }

    /** @return the words of a cell merged over the row, a number before it aside; null where there is none */
    private String overWidth(List<String> cells) {
        List<String> words = new ArrayList<>(cells);
        if (layout.columns().get(0) == Column.NUMBER && words.size() > 2 && Pieces.NUMBER.matcher(words.get(0)).matches()) {
            words.remove(0);
        }
        boolean same = words.size() > 1 && words.stream().distinct().count() == 1 && !words.get(0).isBlank();
        return same && !isDate.test(words.get(0)) ? words.get(0) : null;
    }

    /** Words alone in the column of numbers, as a sheet has them whose cells were not merged. */
    private static boolean isSectionInPlaceOfNumber(Map<Column, String> row, List<String> cells) {
        return cells.stream().filter(cell -> !cell.isBlank()).count() == 1 && row.getOrDefault(Column.NUMBER, "").matches("(?s).*\\p{L}{3}.*");
    }

    /** Only a title, written as a heading is. */
    private static boolean isLoneSection(Map<Column, String> row) {
        String title = row.getOrDefault(Column.TITLE, "");
        return !title.isBlank() && row.size() > 2 && row.values().stream().filter(text -> !text.isBlank()).count() == 1
            && Pieces.looksLikeSection(title);
    }

    private boolean continues(Row above, Map<Column, String> row, boolean afterBreak) {
        String number = row.getOrDefault(Column.NUMBER, "");
        String title = row.getOrDefault(Column.TITLE, "");
        if (above.pieces == MOST_PIECES) {
            return false;
        }
        if (!number.isBlank()) { // one measure whose other cells are split
            return number.equals(above.text(Column.NUMBER)) && !title.isBlank() && title.equals(above.text(Column.TITLE));
        }
        boolean numbered = row.containsKey(Column.NUMBER);
        String dates = row.getOrDefault(Column.DATES, "");
        dates = numbered && dates.equals(above.text(Column.DATES)) ? "" : dates; // a cell merged over both parts says the same twice
        if (!dates.isBlank() && !datesGoOn(above.text(Column.DATES), dates)) {
            return false;
        }
        boolean sentenceGoesOn = above.text(Column.TITLE).endsWith(".") && (title.endsWith(".") || title.length() > 40);
        boolean cutTitle = afterBreak && !above.text(Column.TITLE).endsWith(".") && !Pieces.namesSection(title);
        if (isLoneSection(row) && !sentenceGoesOn && !cutTitle && !goesOn(above.text(Column.TITLE), title)) {
            return false;
        }
        int score = numbered && afterBreak ? 1 : 0; // a row without its number right below a break is rather the rest of the one above
        score += dates.isBlank() || above.text(Column.DATES).isBlank() ? 0 : 1;
        for (Column column : List.of(Column.TITLE, Column.RESPONSIBLE, Column.RESULT)) {
            String text = row.getOrDefault(column, "");
            if (!text.isBlank() && !(numbered && text.equals(above.text(column)))) {
                score += weight(above.text(column), text);
            }
        }
        return numbered ? score >= 0 || sentenceGoesOn && row.getOrDefault(Column.RESPONSIBLE, "").isBlank() && dates.isBlank() : score > 0;
    }

    /** 1 where the words go on, −1 where they begin anew, 0 where that cannot be told. */
    private static int weight(String above, String text) {
        if (goesOn(above, text)) {
            return 1;
        }
        String first = text.split("[\\s,.;]", 2)[0];
        boolean abbreviation = first.length() > 1 && first.equals(first.toUpperCase(Locale.ROOT)) || !Character.isLetter(text.codePointAt(0));
        return above.isBlank() || abbreviation ? 0 : -1;
    }

    private static boolean goesOn(String above, String text) {
        return !text.isEmpty() && (Character.isLowerCase(text.codePointAt(0)) || ",;.)»:".indexOf(text.charAt(0)) >= 0
            || OPEN_END.matcher(above.strip()).matches() || count(above, '«') > count(above, '»') || count(above, '(') > count(above, ')'));
    }

    private boolean datesGoOn(String above, String dates) {
        return above.isBlank() || OPEN_END.matcher(above.strip().toLowerCase(Locale.ROOT)).matches() || YEAR.matcher(dates).matches()
            || !isDate.test(above) && isDate.test(above + " " + dates);
    }

    private void join(Map<Column, String> row) {
        Row above = rows.get(rows.size() - 1);
        Map<Column, String> cells = new EnumMap<>(above.cells);
        boolean split = !row.getOrDefault(Column.NUMBER, "").isBlank();
        row.forEach((column, text) -> cells.merge(column, text, (before, more) -> joined(column, before, more, split)));
        rows.set(rows.size() - 1, new Row(cells, above.pieces + 1, above.sections));
    }

    private String joined(Column column, String before, String more, boolean split) {
        if (before.isBlank() || more.isBlank() || before.equals(more)) {
            return before.isBlank() ? more : before;
        }
        if (split) {
            return before + "\n" + more;
        }
        Matcher head = HYPHENATED.matcher(before);
        Matcher tail = FIRST_WORD.matcher(more);
        if (column != Column.DATES && head.find() && tail.matches()) {
            return keepsHyphen(head.group(1), tail.group(1)) ? before + more : before.substring(0, before.length() - 1) + more;
        }
        return before + (goesOn(before, more) || column != Column.RESPONSIBLE ? " " : "\n") + more;
    }

    /** A hyphen at the break belongs to the word where the table writes the word so, or knows its first part as a word. */
    private boolean keepsHyphen(String head, String tail) {
        if (vocabulary == null) {
            vocabulary = new HashSet<>();
            source.forEach(row -> row.forEach(cell -> WORD.matcher(cell.toLowerCase(Locale.ROOT)).results()
                .forEach(word -> vocabulary.add(word.group()))));
        }
        String first = head.toLowerCase(Locale.ROOT);
        return !vocabulary.contains(first + tail) && (vocabulary.contains(first + "-" + tail) || vocabulary.contains(first));
    }

    private static long count(String text, char sign) {
        return text.chars().filter(c -> c == sign).count();
    }
}
