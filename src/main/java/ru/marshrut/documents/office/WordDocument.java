package ru.marshrut.documents.office;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/**
 * A Word document in the product's design: A4 with the margins of official papers, styles from {@code styles.xml},
 * page numbers. Addresses of the web in any text become links. Widths are in twentieths of a point.
 */
public final class WordDocument implements Closeable {

    /** Width of the text: A4 less 30 mm on the left and 15 mm on the right. */
    public static final int WIDTH = 9355;

    /** The same on a page that lies on its side, with 20 mm on the left. */
    public static final int LANDSCAPE_WIDTH = 14854;

    private static final int CELL_MARGIN = 100;
    /** A row up to this many characters in a cell fits on a page beside others and is not torn apart. */
    private static final int SHORT_CELL = 900;
    private static final String LINES = "9AA5B1";
    private static final String HEAD_FILL = "E8EEF5";
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"«»]*[^\\s<>\"«».,;:!?)]", Pattern.CASE_INSENSITIVE);

    private final XWPFDocument document = new XWPFDocument();
    private final BigInteger dashes;

    public WordDocument(String title, String footer, Texts texts, Instant createdAt) {
        this(title, footer, texts, createdAt, false);
    }

    /** @param landscape whether the page lies on its side, for tables of many columns; the text is then {@link #LANDSCAPE_WIDTH} wide */
    public WordDocument(String title, String footer, Texts texts, Instant createdAt, boolean landscape) {
        try (InputStream styles = WordDocument.class.getResourceAsStream("styles.xml")) {
            document.createStyles().setStyles(StylesDocument.Factory.parse(styles).getStyles());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XmlException e) {
            throw new IllegalStateException("styles.xml of the documents is not well-formed", e);
        }
        dashes = dashedList();
        page(landscape);
        footer(footer, texts);
        var core = document.getProperties().getCoreProperties();
        core.setTitle(Texts.printable(title));
        core.setCreator(texts.office("creator"));
        core.setLastModifiedByUser(texts.office("creator"));
        core.setCreated(Optional.of(Date.from(createdAt)));
        core.setModified(Optional.of(Date.from(createdAt)));
        core.getUnderlyingProperties().setLanguageProperty(Texts.RUSSIAN.toLanguageTag());
    }

    public void title(String text) {
        paragraph("Title", text);
    }

    public void subtitle(String text) {
        paragraph("Subtitle", text);
    }

    /** Whom the document is about. */
    public void subject(String text) {
        paragraph("Subject", text);
    }

    public void heading(String text) {
        paragraph("Heading1", text);
    }

    public void subheading(String text) {
        paragraph("Heading2", text);
    }

    public void text(String text) {
        paragraph("Normal", text);
    }

    /** A paragraph that must not be overlooked. */
    public void notice(String text) {
        paragraph("Notice", text);
    }

    public void list(List<String> items) {
        for (String item : items) {
            XWPFParagraph paragraph = document.createParagraph();
            paragraph.setStyle("ListDash");
            paragraph.setNumID(dashes);
            write(paragraph, Texts.printable(item).strip().replace('\n', ' '));
        }
    }

    /** A table whose head is repeated on each page. */
    public void table(List<String> head, List<Integer> widths, List<List<String>> rows) {
        XWPFTable table = grid(rows.size() + 1, widths);
        XWPFTableRow first = table.getRow(0);
        first.setRepeatHeader(true);
        first.setCantSplitRow(true);
        for (int column = 0; column < head.size(); column++) {
            first.getCell(column).setColor(HEAD_FILL);
            fill(first.getCell(column), "TableHead", head.get(column));
        }
        for (int row = 0; row < rows.size(); row++) {
            keepShortTogether(table.getRow(row + 1), rows.get(row));
            for (int column = 0; column < head.size(); column++) {
                fill(table.getRow(row + 1).getCell(column), "TableText", rows.get(row).get(column));
            }
        }
        gapAfterTable();
    }

    /** A table of two columns without a head: what it is, and what is known of it. */
    public void facts(List<List<String>> rows) {
        XWPFTable table = grid(rows.size(), List.of(2700, WIDTH - 2700));
        for (int row = 0; row < rows.size(); row++) {
            keepShortTogether(table.getRow(row), rows.get(row));
            table.getRow(row).getCell(0).setColor(HEAD_FILL);
            fill(table.getRow(row).getCell(0), "TableLabel", rows.get(row).get(0));
            fill(table.getRow(row).getCell(1), "TableText", rows.get(row).get(1));
        }
        gapAfterTable();
    }

    /** A line to sign for each row: who, the name; below the lines what belongs there. All rows stay on one page. */
    public void signatures(List<List<String>> signers, String signature, String day) {
        List<Integer> widths = List.of(2700, 1700, 150, 3555, 100, 1150);
        XWPFTable table = grid(signers.size() * 2, widths);
        table.removeBorders();
        for (int row = 0; row < signers.size(); row++) {
            XWPFTableRow line = table.getRow(row * 2);
            XWPFTableRow caption = table.getRow(row * 2 + 1);
            line.setHeight(560);
            line.setCantSplitRow(true);
            caption.setCantSplitRow(true);
            List<String> cells = List.of(signers.get(row).get(0), "", "", signers.get(row).get(1), "", "");
            List<String> captions = List.of("", signature, "", "", "", day);
            for (int column = 0; column < widths.size(); column++) {
                XWPFTableCell cell = line.getCell(column);
                cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.BOTTOM);
                fill(cell, "TableText", cells.get(column));
                fill(caption.getCell(column), "Caption", captions.get(column));
                boolean lastRow = row == signers.size() - 1;
                cell.getParagraphs().forEach(paragraph -> paragraph.setKeepNext(true));
                caption.getCell(column).getParagraphs().forEach(paragraph -> paragraph.setKeepNext(!lastRow));
                if (column == 1 || column == 3 || column == 5) {
                    var border = cell.getCTTc().getTcPr().addNewTcBorders().addNewBottom();
                    border.setVal(STBorder.SINGLE);
                    border.setSz(BigInteger.valueOf(4));
                    border.setColor("595959");
                }
            }
        }
    }

    public void writeTo(OutputStream out) throws IOException {
        document.write(out);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private void paragraph(String style, String text) {
        for (String line : lines(text)) {
            XWPFParagraph paragraph = document.createParagraph();
            paragraph.setStyle(style);
            write(paragraph, line);
        }
    }

    private static void fill(XWPFTableCell cell, String style, String text) {
        List<String> lines = lines(text);
        for (int line = 0; line < lines.size(); line++) {
            XWPFParagraph paragraph = line == 0 ? cell.getParagraphs().get(0) : cell.addParagraph();
            paragraph.setStyle(style);
            write(paragraph, lines.get(line));
        }
    }

    private static void keepShortTogether(XWPFTableRow row, List<String> cells) {
        row.setCantSplitRow(cells.stream().allMatch(cell -> cell.length() <= SHORT_CELL && lines(cell).size() <= 12));
    }

    private static List<String> lines(String text) {
        List<String> lines = Texts.printable(text).strip().lines().map(String::stripTrailing).toList();
        return lines.isEmpty() ? List.of("") : lines;
    }

    private static void write(XWPFParagraph paragraph, String line) {
        Matcher address = ADDRESS.matcher(line);
        int from = 0;
        while (address.find()) {
            Optional<String> target = Texts.webAddress(address.group());
            if (target.isPresent()) {
                paragraph.createRun().setText(line.substring(from, address.start()));
                XWPFHyperlinkRun link = paragraph.createHyperlinkRun(target.get());
                link.setStyle("Hyperlink");
                link.setText(address.group());
                from = address.end();
            }
        }
        paragraph.createRun().setText(line.substring(from));
    }

    private XWPFTable grid(int rows, List<Integer> widths) {
        XWPFTable table = document.createTable(rows, widths.size());
        table.setWidthType(TableWidthType.DXA);
        table.setWidth(widths.stream().mapToInt(Integer::intValue).sum());
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        table.setCellMargins(50, CELL_MARGIN, 30, CELL_MARGIN);
        CTTblWidth indent = table.getCTTbl().getTblPr().addNewTblInd();
        indent.setW(BigInteger.valueOf(CELL_MARGIN));
        indent.setType(STTblWidth.DXA);
        table.setTopBorder(XWPFBorderType.SINGLE, 4, 0, LINES);
        table.setBottomBorder(XWPFBorderType.SINGLE, 4, 0, LINES);
        table.setLeftBorder(XWPFBorderType.SINGLE, 4, 0, LINES);
        table.setRightBorder(XWPFBorderType.SINGLE, 4, 0, LINES);
        table.setInsideHBorder(XWPFBorderType.SINGLE, 4, 0, LINES);
        table.setInsideVBorder(XWPFBorderType.SINGLE, 4, 0, LINES);
        CTTblGrid grid = table.getCTTbl().getTblGrid() == null ? table.getCTTbl().addNewTblGrid() : table.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        for (int column = 0; column < widths.size(); column++) {
            grid.addNewGridCol().setW(BigInteger.valueOf(widths.get(column)));
            for (XWPFTableRow row : table.getRows()) {
                row.getCell(column).setWidthType(TableWidthType.DXA);
                row.getCell(column).setWidth(widths.get(column).toString());
            }
        }
        return table;
    }

    /** Two tables without a paragraph between them would run together. */
    private void gapAfterTable() {
        XWPFParagraph gap = document.createParagraph();
        gap.setStyle("Caption");
    }

    private BigInteger dashedList() {
        CTAbstractNum list = CTAbstractNum.Factory.newInstance();
        list.setAbstractNumId(BigInteger.ZERO);
        CTLvl level = list.addNewLvl();
        level.setIlvl(BigInteger.ZERO);
        level.addNewStart().setVal(BigInteger.ONE);
        level.addNewNumFmt().setVal(STNumberFormat.BULLET);
        level.addNewLvlText().setVal("–");
        CTInd indent = level.addNewPPr().addNewInd();
        indent.setLeft(BigInteger.valueOf(400));
        indent.setHanging(BigInteger.valueOf(300));
        var numbering = document.createNumbering();
        return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(list)));
    }

    private void page(boolean landscape) {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(landscape ? 16838 : 11906));
        size.setH(BigInteger.valueOf(landscape ? 11906 : 16838));
        if (landscape) {
            size.setOrient(STPageOrientation.LANDSCAPE);
        }
        CTPageMar margins = section.addNewPgMar();
        margins.setLeft(BigInteger.valueOf(landscape ? 1134 : 1701));
        margins.setRight(BigInteger.valueOf(850));
        margins.setTop(BigInteger.valueOf(1134));
        margins.setBottom(BigInteger.valueOf(1134));
        margins.setHeader(BigInteger.valueOf(567));
        margins.setFooter(BigInteger.valueOf(567));
        margins.setGutter(BigInteger.ZERO);
    }

    private void footer(String text, Texts texts) {
        XWPFParagraph paragraph = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        paragraph.setStyle("Footer");
        XWPFRun run = paragraph.createRun();
        run.setText(Texts.printable(text));
        run.addTab();
        paragraph.createRun().setText(texts.office("footer.page") + " ");
        paragraph.getCTP().addNewFldSimple().setInstr("PAGE");
        paragraph.createRun().setText(" " + texts.office("footer.of") + " ");
        paragraph.getCTP().addNewFldSimple().setInstr("NUMPAGES");
    }
}
