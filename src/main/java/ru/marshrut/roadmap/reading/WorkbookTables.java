package ru.marshrut.roadmap.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.NumberToTextConverter;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import ru.marshrut.shared.Refusal;

/** Tables on the visible sheets of a workbook, with the lines of text above and between them. */
final class WorkbookTables {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("LLLL yyyy", RUSSIAN);
    private static final int MOST_COLUMNS = 60;
    /** Of all parts with text, unpacked; POI holds many times as much in memory. */
    private static final long LARGEST = 24L << 20;
    private static final int MOST_SHARED_CELLS = 500_000;

    private final Pieces pieces = new Pieces();

    private WorkbookTables() {}

    static List<RawTable> tablesOf(Path file) throws IOException, OpenXML4JException {
        try (OPCPackage opened = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            refuseTooLarge(opened);
            XSSFWorkbook workbook = new XSSFWorkbook(opened);
            WorkbookTables tables = new WorkbookTables();
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                if (workbook.getSheetVisibility(i) == SheetVisibility.VISIBLE) {
                    tables.read(workbook.getSheetAt(i));
                }
            }
            return tables.pieces.end();
        }
    }

    /** Counts what really comes out: the sizes that a file states may lie. */
    private static void refuseTooLarge(OPCPackage opened) throws IOException, OpenXML4JException {
        byte[] buffer = new byte[65_536];
        long size = 0;
        for (PackagePart part : opened.getParts()) {
            if (part.getPartName().getName().matches("/xl/.*\\.xml")) {
                try (InputStream content = part.getInputStream()) {
                    for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                        size += read;
                        if (size > LARGEST) {
                            throw Refusal.of("roadmap.reading.tooLargeInside");
                        }
                    }
                }
            }
        }
    }

    private void read(XSSFSheet sheet) {
        pieces.prose(sheet.getSheetName()); // a table never goes on from sheet to sheet; its name stands above what has no other caption
        pieces.blank();
        List<List<String>> lines = lines(sheet);
        int at = 0;
        while (at < lines.size()) {
            List<String> line = lines.get(at);
            if (line.stream().allMatch(String::isBlank)) {
                pieces.blank();
                at++;
            } else if (isAlone(line)) {
                pieces.prose(line.stream().filter(cell -> !cell.isBlank()).findFirst().orElseThrow());
                at++;
            } else {
                int end = endOfRun(lines, at);
                pieces.piece(lines.subList(at, end));
                at = end;
            }
        }
    }

    /** Words that stand alone in a row, in its first cell or in one merged over the row, are text unless the table goes on below. */
    private static int endOfRun(List<List<String>> lines, int from) {
        int end = from;
        for (int i = from; i < lines.size() && !lines.get(i).stream().allMatch(String::isBlank); i++) {
            if (!isAlone(lines.get(i))) {
                end = i + 1;
            }
        }
        return end;
    }

    private static boolean isAlone(List<String> line) {
        List<String> words = line.stream().filter(cell -> !cell.isBlank()).distinct().toList();
        return words.size() == 1 && !line.get(0).isBlank();
    }

    private static List<List<String>> lines(XSSFSheet sheet) {
        if (sheet.getPhysicalNumberOfRows() > RoadMapReading.MOST_ROWS) {
            throw Refusal.of("roadmap.reading.tooManyRows", RoadMapReading.MOST_ROWS);
        }
        Map<Integer, Map<Integer, String>> cells = new HashMap<>();
        int width = 1;
        int last = -1;
        for (Row row : sheet) {
            for (Cell cell : row) {
                String text = text(cell, cell.getCellType()).strip();
                if (!text.isEmpty() && cell.getColumnIndex() < MOST_COLUMNS) {
                    cells.computeIfAbsent(row.getRowNum(), number -> new HashMap<>()).put(cell.getColumnIndex(), text);
                    width = Math.max(width, cell.getColumnIndex() + 1);
                    last = Math.max(last, row.getRowNum());
                }
            }
        }
        share(sheet, cells, width, last);
        List<List<String>> lines = new ArrayList<>();
        int blank = 0;
        for (int row = 0; row <= last; row++) {
            Map<Integer, String> filled = cells.get(row);
            blank = filled == null ? blank + 1 : 0;
            if (blank <= 1) { // rows far below cost nothing
                List<String> line = new ArrayList<>(Collections.nCopies(width, ""));
                if (filled != null) {
                    filled.forEach(line::set);
                }
                lines.add(line);
            }
        }
        return withoutEmptyFirstColumns(lines);
    }

    /** The text of a merged cell belongs to all cells that it covers. */
    private static void share(XSSFSheet sheet, Map<Integer, Map<Integer, String>> cells, int width, int last) {
        int shared = 0;
        for (CellRangeAddress merged : sheet.getMergedRegions()) {
            String text = cells.getOrDefault(merged.getFirstRow(), Map.of()).get(merged.getFirstColumn());
            if (text != null) {
                for (int row = merged.getFirstRow(); row <= Math.min(merged.getLastRow(), last); row++) {
                    Map<Integer, String> filled = cells.computeIfAbsent(row, number -> new HashMap<>());
                    for (int column = merged.getFirstColumn(); column <= Math.min(merged.getLastColumn(), width - 1); column++) {
                        filled.put(column, text);
                        if (++shared > MOST_SHARED_CELLS) {
                            throw Refusal.of("roadmap.reading.tooLargeInside");
                        }
                    }
                }
            }
        }
    }

    private static List<List<String>> withoutEmptyFirstColumns(List<List<String>> lines) {
        int first = lines.stream().mapToInt(line -> (int) line.stream().takeWhile(String::isBlank).count()).min().orElse(0);
        return lines.stream().anyMatch(line -> first >= line.size()) ? lines : lines.stream().map(line -> line.subList(first, line.size())).toList();
    }

    private static String text(Cell cell, CellType type) {
        return switch (type) {
            case STRING -> cell.getRichStringCellValue().getString();
            case NUMERIC -> number(cell);
            case FORMULA -> text(cell, cell.getCachedFormulaResultType());
            default -> "";
        };
    }

    private static String number(Cell cell) {
        String format = cell.getCellStyle().getDataFormatString();
        if (DateUtil.isCellDateFormatted(cell)) {
            // «март 2021» is kept by Excel as the first of the month; without a day in its format it is the month
            boolean hasDay = format == null || format.replaceAll("\\[[^]]*]|\"[^\"]*\"", "").toLowerCase(Locale.ROOT).contains("d")
                || DateUtil.isInternalDateFormat(cell.getCellStyle().getDataFormat()) && cell.getCellStyle().getDataFormat() != 17;
            return (hasDay ? DAY : MONTH).format(cell.getLocalDateTimeCellValue());
        }
        double value = cell.getNumericCellValue();
        return format != null && format.endsWith("%") ? NumberToTextConverter.toText(value * 100) + "%" : NumberToTextConverter.toText(value);
    }
}
