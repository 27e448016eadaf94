package ru.marshrut.documents.office;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.extensions.XSSFCellBorder.BorderSide;

/**
 * An Excel workbook of lists in the product's design, written row by row: only the last rows are in memory, the
 * others on disk. Each sheet has a frozen head with filters and prints in landscape, as wide as the page.
 */
public final class Workbook implements Closeable {

    /** Rows that stay in memory. */
    private static final int WINDOW = 100;
    /** Excel's limit for one cell. */
    private static final int LONGEST = 32_767;
    /** Excel's limit for the height of a row, in points. */
    private static final float TALLEST = 409;
    private static final int HEAD_ROW = 3;
    /** Height of one line of text, in points. */
    private static final float LINE_HEIGHT = 15;
    private static final double NARROW_MARGIN_INCHES = 0.4;

    private final SXSSFWorkbook book = new SXSSFWorkbook(WINDOW);
    private final Texts texts;
    private final CellStyle heading;
    private final CellStyle subheading;
    private final CellStyle head;
    private final CellStyle plain;
    private final CellStyle missing;
    private final CellStyle link;
    private final CellStyle number;
    private final CellStyle day;
    private final CellStyle minute;
    private final CellStyle share;

    public Workbook(String title, Texts texts, Instant createdAt) {
        this.texts = texts;
        heading = book.createCellStyle();
        heading.setFont(font(14, true, "1F3A5F"));
        subheading = book.createCellStyle();
        subheading.setFont(font(11, false, "44546A"));
        plain = boxed(font(11, false, "000000"));
        head = boxed(font(11, true, "1F3A5F"));
        fill(head, "E8EEF5");
        head.setVerticalAlignment(VerticalAlignment.CENTER);
        missing = boxed(font(11, false, "8A3B00"));
        fill(missing, "FDF3E3");
        link = boxed(font(11, false, "0B57A4"));
        number = formatted("0");
        day = formatted("dd.mm.yyyy");
        minute = formatted("dd.mm.yyyy hh:mm");
        share = formatted("0.0%");
        var core = book.getXSSFWorkbook().getProperties().getCoreProperties();
        core.setTitle(Texts.printable(title));
        core.setCreator(texts.office("creator"));
        core.setCreated(Optional.of(Date.from(createdAt)));
        core.getUnderlyingProperties().setLanguageProperty(Texts.RUSSIAN.toLanguageTag());
    }

    public record Column(String title, int characters) {}

    /** @param paper {@link PrintSetup#A4_PAPERSIZE} or {@link PrintSetup#A3_PAPERSIZE} */
    public Sheet sheet(String name, String title, String subtitle, short paper, int frozenColumns, List<Column> columns) {
        return new Sheet(name, title, subtitle, paper, frozenColumns, columns);
    }

    public void writeTo(OutputStream out) throws IOException {
        book.write(out);
    }

    @Override
    public void close() throws IOException {
        book.close();
    }

    public final class Sheet {

        private final SXSSFSheet sheet;
        private final List<Column> columns;
        private int next = HEAD_ROW + 1;

        private Sheet(String name, String title, String subtitle, short paper, int frozenColumns, List<Column> columns) {
            this.columns = columns;
            sheet = book.createSheet(WorkbookUtil.createSafeSheetName(name));
            single(0, title, heading);
            single(1, subtitle, subheading);
            Row row = sheet.createRow(HEAD_ROW);
            for (int column = 0; column < columns.size(); column++) {
                sheet.setColumnWidth(column, columns.get(column).characters() * 256);
                Cell cell = row.createCell(column);
                cell.setCellValue(columns.get(column).title());
                cell.setCellStyle(head);
            }
            // The filter's button takes room in the head.
            row.setHeightInPoints(LINE_HEIGHT * (1 + columns.stream().mapToInt(column -> lines(column.title(), column.characters())).max().orElse(1)));
            sheet.createFreezePane(frozenColumns, HEAD_ROW + 1);
            sheet.setRepeatingRows(CellRangeAddress.valueOf((HEAD_ROW + 1) + ":" + (HEAD_ROW + 1)));
            sheet.setFitToPage(true);
            sheet.setMargin(PageMargin.LEFT, NARROW_MARGIN_INCHES);
            sheet.setMargin(PageMargin.RIGHT, NARROW_MARGIN_INCHES);
            PrintSetup print = sheet.getPrintSetup();
            print.setPaperSize(paper);
            print.setLandscape(true);
            print.setFitWidth((short) 1);
            print.setFitHeight((short) 0);
            sheet.getFooter().setRight(texts.office("footer.page") + " &P " + texts.office("footer.of") + " &N");
        }

        public Line line() {
            return new Line(sheet.createRow(next++), columns);
        }

        /** To be called after the last line. */
        public void end() {
            sheet.setAutoFilter(new CellRangeAddress(HEAD_ROW, Math.max(HEAD_ROW, next - 1), 0, columns.size() - 1));
        }

        private void single(int row, String text, CellStyle style) {
            Cell cell = sheet.createRow(row).createCell(0);
            cell.setCellValue(Texts.printable(text));
            cell.setCellStyle(style);
        }
    }

    /** Fills a row from left to right. */
    public final class Line {

        private final Row row;
        private final List<Column> columns;
        private int next;
        private int lines = 1;

        private Line(Row row, List<Column> columns) {
            this.row = row;
            this.columns = columns;
        }

        public Line text(String text) {
            put(text, plain);
            return this;
        }

        /** Words that say that something is not there. */
        public Line missing(String text) {
            put(text, missing);
            return this;
        }

        public Line textOr(String text, String words) {
            return Texts.isBlank(text) ? missing(words) : text(text);
        }

        public Line number(long number) {
            cell(Workbook.this.number).setCellValue(number);
            return this;
        }

        /** @param part of whole; empty where the whole is 0 */
        public Line share(long part, long whole) {
            Cell cell = cell(share);
            if (whole != 0) {
                cell.setCellValue((double) part / whole);
            }
            return this;
        }

        public Line dayOr(LocalDate date, String words) {
            if (date == null) {
                return missing(words);
            }
            cell(day).setCellValue(date);
            return this;
        }

        public Line minute(Instant instant) {
            cell(minute).setCellValue(texts.local(instant));
            return this;
        }

        /** An address of the web; what is not one stays text. */
        public Line linkOr(String address, String words) {
            if (Texts.isBlank(address)) {
                return missing(words);
            }
            Optional<String> target = Texts.webAddress(address.strip());
            Cell cell = put(address.strip(), target.isPresent() ? link : plain);
            target.ifPresent(url -> {
                Hyperlink hyperlink = book.getCreationHelper().createHyperlink(HyperlinkType.URL);
                hyperlink.setAddress(url);
                cell.setHyperlink(hyperlink);
            });
            return this;
        }

        private Cell put(String text, CellStyle style) {
            Cell cell = cell(style);
            String clean = text == null ? "" : Texts.printable(text);
            lines = Math.max(lines, lines(clean, columns.get(next - 1).characters()));
            row.setHeightInPoints(Math.min(LINE_HEIGHT * lines, TALLEST));
            cell.setCellValue(clean.length() > LONGEST ? clean.substring(0, LONGEST - 1) + "…" : clean);
            return cell;
        }

        private Cell cell(CellStyle style) {
            Cell cell = row.createCell(next++);
            cell.setCellStyle(style);
            return cell;
        }
    }

    /** How many lines a text takes in a column. The height is set by us, since not every program finds it when it opens the file. */
    private static int lines(String text, int characters) {
        int lines = 0;
        for (String paragraph : text.split("\n", -1)) {
            int room = characters - 1;
            lines++;
            for (String word : paragraph.split(" ")) {
                if (word.length() > room && room < characters - 1) {
                    lines++;
                    room = characters - 1;
                }
                lines += Math.max(0, word.length() - 1) / (characters - 1);
                room -= word.length() % (characters - 1) + 1;
            }
        }
        return lines;
    }

    private CellStyle boxed(Font font) {
        CellStyle style = book.createCellStyle();
        style.setFont(font);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        XSSFColor colour = colour("C3CBD4");
        for (BorderSide side : List.of(BorderSide.TOP, BorderSide.BOTTOM, BorderSide.LEFT, BorderSide.RIGHT)) {
            ((XSSFCellStyle) style).setBorderColor(side, colour);
        }
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        return style;
    }

    private CellStyle formatted(String format) {
        CellStyle style = boxed(font(11, false, "000000"));
        style.setAlignment(HorizontalAlignment.CENTER);
        style.setDataFormat(book.createDataFormat().getFormat(format));
        return style;
    }

    private static void fill(CellStyle style, String rgb) {
        ((XSSFCellStyle) style).setFillForegroundColor(colour(rgb));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    private XSSFFont font(int points, boolean bold, String rgb) {
        XSSFFont font = (XSSFFont) book.createFont();
        font.setFontName("Calibri");
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        font.setColor(colour(rgb));
        return font;
    }

    private static XSSFColor colour(String rgb) {
        return new XSSFColor(HexFormat.of().parseHex(rgb), null);
    }
}
