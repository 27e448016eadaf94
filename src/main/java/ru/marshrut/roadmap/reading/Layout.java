package ru.marshrut.roadmap.reading;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import ru.marshrut.shared.Question;

/**
 * What the columns of a table hold, by their headings, else by what stands in them.
 *
 * @param columns  one for each column; several columns can hold the same
 * @param headings as written; empty where the table has none
 * @param above    words above the headings within the table
 * @param firstRow of the rows below the headings
 */
record Layout(List<Column> columns, List<String> headings, String above, int firstRow, List<Question> questions) {

    /** Rows at the top of a table among which its headings are sought: titles can stand above them. */
    private static final int HEADINGS_WITHIN = 6;
    private static final int ENOUGH_TO_JUDGE = 40;
    private static final double MOST = 0.6;

    /**
     * @param corrected by hand, or null
     * @param isDate    whether the words of a cell name days or a rate
     * @param isRole    whether the words of a cell name who is responsible
     */
    static Layout of(RawTable table, List<Column> corrected, Predicate<String> isDate, Predicate<String> isRole) {
        List<List<String>> rows = table.rows();
        int width = rows.isEmpty() ? 0 : rows.get(0).size();
        int heading = IntStream.range(0, Math.min(HEADINGS_WITHIN, rows.size())).filter(i -> Headings.areIn(rows.get(i))).findFirst().orElse(-1);
        int end = heading;
        List<String> headings = List.of();
        String above = "";
        if (heading >= 0) {
            end = heading + 1;
            while (end < rows.size() && end < heading + 3 && Headings.areIn(rows.get(end))) {
                end++;
            }
            List<List<String>> top = rows.subList(heading, end);
            headings = IntStream.range(0, width).mapToObj(column -> top.stream().map(row -> CellText.oneLine(row.get(column)))
                .filter(words -> !words.isEmpty()).distinct().collect(joining(" "))).toList();
            above = rows.subList(0, heading).stream().flatMap(List::stream).filter(words -> !words.isBlank()).distinct().collect(joining(" "));
        }
        Choice choice = new Choice(rows.subList(Math.max(0, end), rows.size()), headings, width, isDate, isRole);
        List<Column> columns = corrected != null && corrected.size() == width ? choice.corrected(corrected) : choice.columns();
        return new Layout(columns, headings, above, Math.max(0, end), List.copyOf(choice.questions));
    }

    boolean has(Column column) {
        return columns.contains(column);
    }

    /** The text of a row in the columns that hold this, without repeating what a merged cell says twice. */
    String text(List<String> row, Column column) {
        List<Integer> places = IntStream.range(0, columns.size()).filter(i -> columns.get(i) == column).boxed().toList();
        if (column == Column.DATES && places.size() == 2 && !headings.isEmpty() && !sameHeading(places.get(0), places.get(1))) {
            String begin = row.get(places.get(0));
            String end = row.get(places.get(1));
            return begin.equals(end) ? begin : begin.isBlank() ? "до " + end : end.isBlank() ? "с " + begin : begin + " - " + end;
        }
        return places.stream().map(row::get).filter(words -> !words.isBlank()).distinct().collect(joining("\n"));
    }

    private boolean sameHeading(int one, int other) {
        return CellText.key(headings.get(one)).equals(CellText.key(headings.get(other)));
    }

    /** The choosing; asks where it had to guess. */
    private static final class Choice {

        private final List<List<String>> rows;
        private final List<String> headings;
        private final Headings[] kinds;
        private final Column[] chosen;
        private final Predicate<String> isDate;
        private final Predicate<String> isRole;
        private final List<Question> questions = new ArrayList<>();

        Choice(List<List<String>> rows, List<String> headings, int width, Predicate<String> isDate, Predicate<String> isRole) {
            this.rows = rows;
            this.headings = headings;
            this.kinds = new Headings[width];
            this.chosen = new Column[width];
            this.isDate = isDate;
            this.isRole = isRole;
            for (int i = 0; i < headings.size(); i++) {
                kinds[i] = Headings.of(headings.get(i));
            }
        }

        List<Column> corrected(List<Column> columns) {
            if (columns.contains(Column.DATES) && !columns.contains(Column.TITLE)) {
                questions.add(Question.of("roadmap.reading.noTitleColumn"));
            }
            return List.copyOf(columns);
        }

        List<Column> columns() {
            take(Headings.NUMBER, Column.NUMBER);
            take(Headings.RESPONSIBLE, Column.RESPONSIBLE);
            take(Headings.DATES, Column.DATES);
            take(Headings.RESULT, Column.RESULT);
            take(Headings.TITLE, Column.TITLE);
            if (!has(Column.RESULT)) {
                take(Headings.FORM, Column.RESULT);
            }
            take(Headings.DESCRIPTION, has(Column.TITLE) ? Column.RESULT : Column.TITLE);
            if (!has(Column.TITLE)) {
                take(Headings.SUBJECT, Column.TITLE);
            }
            if (!has(Column.NUMBER)) {
                inferNumber();
            }
            if (!has(Column.DATES)) {
                inferDates();
            }
            if (!has(Column.TITLE) && has(Column.DATES)) {
                inferTitle();
            }
            for (int i = 0; i < chosen.length; i++) {
                chosen[i] = chosen[i] == null ? Column.IGNORED : chosen[i];
            }
            return List.of(chosen);
        }

        /** Gives the columns with such a heading what they hold; where different headings claim the same, the first has it. */
        private void take(Headings kind, Column column) {
            List<Integer> claims = IntStream.range(0, kinds.length).filter(i -> kinds[i] == kind && chosen[i] == null).boxed().toList();
            if (claims.isEmpty()) {
                return;
            }
            int first = claims.get(0);
            boolean oneOnly = column == Column.TITLE || column == Column.NUMBER || column == Column.DATES;
            for (int i : claims) {
                boolean same = CellText.key(headings.get(i)).equals(CellText.key(headings.get(first)));
                if (!oneOnly || same || column == Column.DATES && beginAndEnd(headings.get(first), headings.get(i))) {
                    chosen[i] = column;
                } else {
                    chosen[i] = column == Column.TITLE && !has(Column.RESULT) ? Column.RESULT : Column.IGNORED;
                    questions.add(Question.of("roadmap.reading.columnTwice", headings.get(first), headings.get(i)));
                }
            }
        }

        private static boolean beginAndEnd(String one, String other) {
            return CellText.key(one).contains("нач") && CellText.key(other).matches(".*(?:окон|заверш|конец).*");
        }

        /** «15.03» is a number, too, but no row begins to count with it. */
        private void inferNumber() {
            firstWhere(cell -> cell.matches("\\d{1,4}\\s*[.)]?"))
                .or(() -> firstWhere(cell -> Pieces.NUMBER.matcher(cell).matches()).filter(i -> countsOn(cells(i))))
                .ifPresent(i -> chosen[i] = Column.NUMBER);
        }

        /** «2.1», «2.2», «2.3» below the heading of a section count its rows; days of one month do so, too, but with zeros. */
        private static boolean countsOn(List<String> cells) {
            String first = cells.get(0).replaceAll("[.)\\s]+$", "");
            if (!first.matches("[1-9]\\d?\\.1")) {
                return false;
            }
            String prefix = first.substring(0, first.indexOf('.') + 1);
            return cells.size() == 1 ? prefix.equals("1.")
                : cells.get(1).startsWith(prefix + "2") || prefix.equals("1.") && cells.get(1).matches("(?:2\\.1|1\\.\\d).*");
        }

        private void inferDates() {
            List<Integer> dated = where(cell -> cell.length() <= 80 && isDate.test(cell), true);
            if (dated.isEmpty()) {
                return;
            }
            chosen[dated.get(0)] = Column.DATES;
            if (!headings.isEmpty() || dated.size() > 1) {
                questions.add(Question.of("roadmap.reading.datesInferred", name(dated.get(0))));
            }
        }

        private void inferTitle() {
            if (!has(Column.RESPONSIBLE) && headings.isEmpty()) {
                firstWhere(cell -> cell.length() <= 120 && isRole.test(cell)).ifPresent(i -> chosen[i] = Column.RESPONSIBLE);
            }
            List<Integer> texts = IntStream.range(0, chosen.length)
                .filter(i -> chosen[i] == null && kinds[i] != Headings.DONE && length(i) > 0).boxed().toList();
            if (texts.isEmpty()) {
                questions.add(Question.of("roadmap.reading.noTitleColumn"));
                return;
            }
            int title = headings.isEmpty() ? texts.get(0)
                : texts.stream().max((a, b) -> Double.compare(length(a), length(b))).orElseThrow();
            chosen[title] = Column.TITLE;
            if (texts.size() > 1 || !headings.isEmpty()) {
                questions.add(Question.of("roadmap.reading.titleInferred", name(title)));
            }
            if (headings.isEmpty() && !has(Column.RESULT) && texts.size() > 1) {
                chosen[texts.get(1)] = Column.RESULT;
            }
        }

        private Optional<Integer> firstWhere(Predicate<String> test) {
            return where(test, false).stream().findFirst();
        }

        /** Columns without a meaning yet, most of whose filled cells are such; one row proves nothing unless it is numbered. */
        private List<Integer> where(Predicate<String> test, boolean severalRows) {
            if (severalRows && headings.isEmpty() && rows.size() < 2 && !has(Column.NUMBER)) {
                return List.of();
            }
            return IntStream.range(0, chosen.length).filter(i -> chosen[i] == null).filter(i -> {
                List<String> cells = cells(i);
                return !cells.isEmpty() && cells.stream().filter(test).count() >= cells.size() * MOST;
            }).boxed().toList();
        }

        private List<String> cells(int column) {
            return rows.stream().map(row -> row.get(column)).filter(cell -> !cell.isBlank()).limit(ENOUGH_TO_JUDGE).toList();
        }

        private double length(int column) {
            return cells(column).stream().mapToInt(String::length).average().orElse(0);
        }

        private String name(int column) {
            return headings.isEmpty() || headings.get(column).isEmpty() ? "№ " + (column + 1) : "«" + headings.get(column) + "»";
        }

        private boolean has(Column column) {
            return Arrays.asList(chosen).contains(column);
        }
    }
}
