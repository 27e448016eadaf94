package ru.marshrut.roadmap.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Tables among lines of text whose cells are divided by tabs. Word begins a new line for each paragraph within a cell, so
 * that a row can stand on several lines; Excel quotes a cell that holds line ends.
 */
final class PastedLines {

    private static final Pattern LIST_MARK = Pattern.compile("\\d+(?:\\.\\d+)*[.)]?|[-•–—✓*·▪o]|[а-яёa-z]\\)");
    /** «15.03»: no list begins to count with it. */
    private static final Pattern DAY_AND_MONTH = Pattern.compile("\\d{1,2}\\.(?:0[1-9]|1[0-2])\\.?");
    private static final int LONGEST_QUOTED = 10_000;
    /** Lines that one row is sought on. */
    private static final int LONGEST_ROW = 60;

    private final List<List<String>> lines;
    private final Pieces pieces = new Pieces();
    private int at;

    private PastedLines(String text) {
        lines = divide(CellText.plain(text));
    }

    static List<RawTable> tablesOf(String text) {
        return new PastedLines(text).tables();
    }

    private List<RawTable> tables() {
        while (at < lines.size()) {
            List<String> line = lines.get(at);
            if (isBlank(line)) {
                pieces.blank();
                at++;
            } else if (line.size() == 1) {
                pieces.prose(line.get(0));
                at++;
            } else {
                run();
            }
        }
        return pieces.end();
    }

    /** Lines with tabs that follow each other, with what stands between them. */
    private void run() {
        int from = at;
        int width = width();
        List<List<String>> rows = new ArrayList<>();
        while (at < lines.size() && lines.get(at).size() > 1 && !isBlank(lines.get(at))) {
            rows.add(row(width));
            between(rows, width);
        }
        if (isTable(rows)) {
            pieces.piece(rows);
        } else {
            lines.subList(from, at).forEach(line -> pieces.prose(String.join(" ", line)));
        }
    }

    /** Cells of a row: those of the heading where there is one, else those that most lines have. */
    private int width() {
        Map<Integer, Integer> lengths = new TreeMap<>();
        for (int i = at; i < lines.size() && !isBlank(lines.get(i)); i++) {
            List<String> line = lines.get(i);
            if (i - at < 6 && Headings.areIn(line)) {
                return line.size();
            }
            if (line.size() > 1) {
                lengths.merge(line.size(), 1, Integer::sum);
            }
        }
        int most = Collections.max(lengths.values());
        return lengths.entrySet().stream().filter(length -> length.getValue() == most).mapToInt(Map.Entry::getKey).max().orElseThrow();
    }

    /** Takes the row that begins here, put together from as many lines as fill the width exactly; a shorter one stays short. */
    private List<String> row(int width) {
        List<String> row = new ArrayList<>(lines.get(at));
        if (row.size() == width + 1 && Pieces.NUMBER.matcher(row.get(0).strip()).matches() && row.get(1).isBlank()) {
            row.remove(1); // Word puts a tab after the number of an automatic list, too
        }
        List<String> filled = new ArrayList<>(row);
        int next = at + 1;
        boolean afterBlank = false;
        while (filled.size() < width && next < lines.size() && next - at < LONGEST_ROW) {
            List<String> line = lines.get(next);
            if (isBlank(line) && afterBlank || begins(line) || filled.size() + line.size() - 1 > width) {
                break;
            }
            afterBlank = isBlank(line);
            if (!afterBlank) {
                int last = filled.size() - 1;
                filled.set(last, filled.get(last) + "\n" + line.get(0));
                filled.addAll(line.subList(1, line.size()));
            }
            next++;
        }
        if (filled.size() == width && next > at + 1) {
            at = next;
            return filled;
        }
        at++;
        return row;
    }

    private static boolean begins(List<String> line) {
        return line.size() > 1 && Pieces.NUMBER.matcher(line.get(0).strip()).matches();
    }

    /** Lines without a tab before the next row: headings of sections, or more of the row's last cell. */
    private void between(List<List<String>> rows, int width) {
        int next = at;
        while (next < lines.size() && lines.get(next).size() == 1 && !isBlank(lines.get(next))) {
            next++;
        }
        if (next == at || next == lines.size() || isBlank(lines.get(next))) {
            return; // prose below the table
        }
        for (; at < next; at++) {
            String words = lines.get(at).get(0).strip();
            List<String> last = rows.get(rows.size() - 1);
            if (Pieces.looksLikeSection(words)) {
                rows.add(Collections.nCopies(width, words));
            } else {
                List<String> longer = new ArrayList<>(last);
                longer.set(last.size() - 1, last.get(last.size() - 1) + "\n" + words);
                rows.set(rows.size() - 1, longer);
            }
        }
    }

    private boolean isTable(List<List<String>> rows) {
        boolean isList = rows.stream().map(row -> row.stream().dropWhile(String::isBlank).toList())
            .allMatch(row -> row.size() <= 1 || row.size() == 2 && LIST_MARK.matcher(row.get(0).strip()).matches());
        boolean dated = DAY_AND_MONTH.matcher(rows.get(0).get(0).strip()).matches();
        return !isList || dated || rows.stream().allMatch(row -> row.get(0).isBlank() && pieces.isOpenWith(row.size()));
    }

    private static boolean isBlank(List<String> line) {
        return line.stream().allMatch(String::isBlank);
    }

    private static List<List<String>> divide(String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            int end = quotedEnd(text, from, line.isEmpty());
            if (end >= 0) {
                line.add(text.substring(from + 1, end - 1).replace("\"\"", "\""));
            } else {
                end = from;
                while (end < text.length() && text.charAt(end) != '\t' && text.charAt(end) != '\n') {
                    end++;
                }
                line.add(text.substring(from, end));
            }
            if (end == text.length() || text.charAt(end) == '\n') {
                lines.add(line);
                line = new ArrayList<>();
            }
            from = end + 1;
        }
        return lines;
    }

    /** @return behind the closing quote of a cell that Excel quoted because of its line ends, or −1 */
    private static int quotedEnd(String text, int from, boolean firstOfLine) {
        if (from >= text.length() || text.charAt(from) != '"') {
            return -1;
        }
        boolean severalLines = false;
        for (int i = from + 1; i < text.length() && i - from < LONGEST_QUOTED; i++) {
            char c = text.charAt(i);
            if (c == '\t') {
                return -1;
            }
            severalLines |= c == '\n';
            if (c == '"') {
                if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    i++;
                    continue;
                }
                boolean cellEnds = i + 1 == text.length() ? !firstOfLine
                    : text.charAt(i + 1) == '\t' || text.charAt(i + 1) == '\n' && !firstOfLine;
                return severalLines && cellEnds ? i + 1 : -1;
            }
        }
        return -1;
    }
}
