package ru.marshrut.schoolyear.profile;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import ru.marshrut.shared.Refusal;

/** The texts of a workbook's cells; the file has passed the check of uploads before. */
final class SheetCells {

    private static final int MOST_ROWS = 10_000;

    private SheetCells() {}

    /** @param rows by number as the spreadsheet shows it, from 1; each by column from 0; empty cells and rows are absent */
    record Sheet(String name, NavigableMap<Integer, NavigableMap<Integer, String>> rows) {}

    /** Sheets in their order; throws {@link Refusal} where the file cannot be read. */
    static List<Sheet> of(String fileName, InputStream content) {
        List<Sheet> sheets = new ArrayList<>();
        try (OPCPackage opened = OPCPackage.open(content)) {
            XSSFReader workbook = new XSSFReader(opened);
            ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(opened);
            XSSFReader.SheetIterator each = (XSSFReader.SheetIterator) workbook.getSheetsData();
            while (each.hasNext()) {
                try (InputStream data = each.next()) {
                    Sheet sheet = new Sheet(each.getSheetName(), new TreeMap<>());
                    XMLReader xml = XMLHelper.newXMLReader();
                    xml.setContentHandler(new XSSFSheetXMLHandler(workbook.getStylesTable(), strings, new Collector(sheet), false));
                    xml.parse(new InputSource(data));
                    sheets.add(sheet);
                }
            }
        } catch (IOException | OpenXML4JException | OpenXML4JRuntimeException | SAXException | ParserConfigurationException e) {
            throw Refusal.ofField("file", "schoolyear.file.unreadable", fileName);
        }
        return sheets;
    }

    private record Collector(Sheet sheet) implements XSSFSheetXMLHandler.SheetContentsHandler {

        @Override
        public void startRow(int index) {
            if (index >= MOST_ROWS) {
                throw Refusal.ofField("file", "schoolyear.file.tooLong", sheet.name(), MOST_ROWS);
            }
        }

        @Override
        public void cell(String reference, String value, XSSFComment comment) {
            String text = value == null ? "" : value.replace('\u00a0', ' ').replace("\0", "").strip();
            if (!text.isEmpty()) {
                CellReference at = new CellReference(reference);
                sheet.rows().computeIfAbsent(at.getRow() + 1, row -> new TreeMap<>()).put((int) at.getCol(), text);
            }
        }

        @Override
        public void endRow(int index) {
            // rows exist by their cells
        }
    }
}
