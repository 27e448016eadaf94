package ru.marshrut.roadmap.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import ru.marshrut.shared.Refusal;

/**
 * Puts the tables of a source together from its prose and pieces of tables, in their order: a page break divides a table
 * into pieces with nothing but blank lines and page marks between them, and so do the headings of sections that stand as
 * a line of text between its parts.
 */
final class Pieces {

    static final Pattern NUMBER = Pattern.compile("№?\\s*\\d{1,4}(?:\\.\\d{1,3})*\\s*[.)]?");

    private static final Pattern PAGE_MARK = Pattern.compile(
        "[-–—\\s]*(?:стр(?:аница|\\.)?\\s*)?\\d{1,4}(?:\\s*(?:/|из)\\s*\\d{1,4})?[-–—\\s]*|(?:продолжение|окончание) (?:таблицы|приложения).{0,40}",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern ROMAN_OR_NAMED = Pattern.compile(
        "(?:[IVXLC]{1,5}[.)\\s]|(?:Раздел|Блок|Этап|Направление|Модуль|Задача|Глава|Часть)\\s|\\d\\s*этап\\b(?=.{0,60}$)).*", Pattern.DOTALL);
    private static final Pattern CAPITALS = Pattern.compile("\\p{Lu}{6}");
    private static final int LONGEST_SECTION = 200;
    private static final int MOST_COLUMNS = 60;
    private static final int LONGEST_CAPTION = 300;
    private static final int MOST_CAPTION_LINES = 5;

    private final List<RawTable> tables = new ArrayList<>();
    private List<List<String>> open;
    private String openCaption;
    /** The heading of a section below the open table, until it shows whether the table goes on; or null. */
    private String section;
    private List<String> paragraph = new ArrayList<>();
    private List<String> paragraphBefore = new ArrayList<>();
    private boolean ended;
    private int rows;

    /** Whether words name a section by its number, kind or capitals. */
    static boolean namesSection(String words) {
        boolean shouts = CAPITALS.matcher(words).find() && words.codePoints().noneMatch(Character::isLowerCase);
        return words.length() <= LONGEST_SECTION && (shouts || ROMAN_OR_NAMED.matcher(words).matches());
    }

    /** Whether words that take a row of their own are the heading of a section rather than a part of a measure. */
    static boolean looksLikeSection(String words) {
        boolean begins = !words.isEmpty() && Character.isUpperCase(words.codePointAt(0)) && !words.matches("(?s).*[.;,]");
        return namesSection(words) || words.length() <= LONGEST_SECTION && begins;
    }

    private static boolean isNamedSection(String words) {
        return words.length() <= LONGEST_SECTION
            && (ROMAN_OR_NAMED.matcher(words).matches() || words.matches("(?:РАЗДЕЛ|БЛОК|ЭТАП|НАПРАВЛЕНИЕ|МОДУЛЬ)\\s.*"));
    }

    void prose(String raw) {
        String line = CellText.oneLine(raw);
        if (line.isEmpty()) {
            blank();
        } else if (open != null && section == null && isNamedSection(line)) {
            section = line;
            ended = false;
        } else if (open == null || !PAGE_MARK.matcher(line).matches()) {
            close();
            if (ended) {
                paragraphBefore = paragraph;
                paragraph = new ArrayList<>();
                ended = false;
            }
            paragraph.add(line);
        }
    }

    void blank() {
        ended = true;
    }

    /** @param piece rows of cells; those of one row that belong to a merged cell repeat its text */
    void piece(List<List<String>> piece) {
        List<List<String>> cells = piece.stream().map(row -> row.stream().map(CellText::clean).toList()).toList();
        rows += cells.size();
        if (rows > RoadMapReading.MOST_ROWS) {
            throw Refusal.of("roadmap.reading.tooManyRows", RoadMapReading.MOST_ROWS);
        }
        int width = cells.stream().mapToInt(List::size).max().orElse(0);
        if (width > MOST_COLUMNS) {
            throw Refusal.of("roadmap.reading.tooManyColumns", MOST_COLUMNS);
        }
        if (open == null || !continues(cells, width)) {
            close();
            open = new ArrayList<>();
            openCaption = caption();
        } else {
            open.add(Collections.nCopies(width, section == null ? "" : section)); // the page break, or the section
            section = null;
        }
        open.addAll(cells);
        ended = true;
    }

    List<RawTable> end() {
        close();
        return List.copyOf(tables);
    }

    /** Whether the open table has this many columns. */
    boolean isOpenWith(int width) {
        return open != null && openWidth() == width;
    }

    private int openWidth() {
        return open.stream().mapToInt(List::size).max().orElse(0);
    }

    private boolean continues(List<List<String>> piece, int width) {
        List<String> first = piece.get(0);
        if (section != null) {
            return width == openWidth() && !Headings.areIn(first) && open.stream().limit(6).anyMatch(Headings::areIn);
        }
        if (Headings.areIn(first)) {
            return open.stream().limit(6).anyMatch(row -> Headings.sameWords(row, first));
        }
        return width == openWidth() || width < openWidth() && isNumbered(first) && isNumbered(open.get(open.size() - 1));
    }

    private static boolean isNumbered(List<String> row) {
        return NUMBER.matcher(row.get(0)).matches();
    }

    private void close() {
        if (open != null) {
            int width = openWidth();
            List<List<String>> even = new ArrayList<>();
            for (List<String> row : open) {
                List<String> padded = new ArrayList<>(row);
                padded.addAll(Collections.nCopies(width - row.size(), ""));
                even.add(padded);
            }
            tables.add(new RawTable(openCaption, withoutEmptyColumns(even, width)));
            open = null;
        }
        if (section != null) {
            paragraphBefore = paragraph;
            paragraph = new ArrayList<>(List.of(section));
            section = null;
        }
    }

    private static List<List<String>> withoutEmptyColumns(List<List<String>> rows, int width) {
        boolean[] filled = new boolean[width];
        for (List<String> row : rows) {
            for (int column = 0; column < width; column++) {
                filled[column] |= !row.get(column).isEmpty();
            }
        }
        List<List<String>> result = new ArrayList<>();
        for (List<String> row : rows) {
            List<String> kept = new ArrayList<>();
            for (int column = 0; column < width; column++) {
                if (filled[column]) {
                    kept.add(row.get(column));
                }
            }
            result.add(kept);
        }
        return result;
    }

    private String caption() {
        List<String> lines = new ArrayList<>(paragraph);
        if (!lines.isEmpty() && Character.isLowerCase(lines.get(0).codePointAt(0))) {
            lines.addAll(0, paragraphBefore);
        }
        List<String> last = lines.subList(Math.max(0, lines.size() - MOST_CAPTION_LINES), lines.size());
        String words = String.join(" ", last).replaceAll("^[*_#\\s]+|[*_\\s]+$", "");
        return words.length() <= LONGEST_CAPTION ? words : words.substring(0, LONGEST_CAPTION) + "…";
    }
}
