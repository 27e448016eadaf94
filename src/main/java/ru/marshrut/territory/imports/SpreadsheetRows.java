package ru.marshrut.territory.imports;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.springframework.stereotype.Component;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import ru.marshrut.shared.Refusal;

/** Reads the rows of a workbook as a stream, so that its size costs time but no memory; whatever is not a harmless XLSX is refused. */
@Component
class SpreadsheetRows {

    /** Begins the text of a cell whose formula failed. */
    static final String FORMULA_ERROR = "ERROR:";

    private static final int MOST_ENTRIES = 500;
    private static final int MOST_ROWS = 200_000;
    private static final long LARGEST_INFLATED = 300L * 1024 * 1024;
    private static final long LARGEST_STRINGS = 80L * 1024 * 1024;
    private static final long LARGEST_OTHER = 10L * 1024 * 1024;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final Words words;

    SpreadsheetRows(Words words) {
        this.words = words;
    }

    /**
     * Gives each row that holds something to the reader, sheet by sheet. Throws {@link Refusal} where the file as a
     * whole cannot be read; headings that are missing are noted among the problems.
     */
    void read(Path file, Problems problems, Consumer<Row> reader) {
        if (read(file, this::named, problems, reader).isEmpty()) {
            throw Refusal.of("territory.import.noSheets");
        }
    }

    /** As {@link #read(Path, Problems, Consumer)} of the first sheet, whatever its name. */
    void readFirst(Path file, Sheet sheet, Problems problems, Consumer<Row> reader) {
        boolean[] found = {false};
        Iterator<Sheet> first = List.of(sheet).iterator();
        read(file, name -> first.hasNext() ? first.next() : null, problems, row -> {
            found[0] = true;
            reader.accept(row);
        });
        if (!found[0] && problems.list().isEmpty()) {
            throw Refusal.of("territory.import.emptyList");
        }
    }

    private Set<Sheet> read(Path file, Function<String, Sheet> naming, Problems problems, Consumer<Row> reader) {
        try {
            inspect(file);
            boolean from1904 = countsDaysFrom1904(file);
            Set<Sheet> seen = new LinkedHashSet<>();
            try (OPCPackage opened = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
                XSSFReader workbook = new XSSFReader(opened);
                ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(opened);
                XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) workbook.getSheetsData();
                while (sheets.hasNext()) {
                    try (InputStream content = sheets.next()) {
                        Sheet sheet = naming.apply(sheets.getSheetName());
                        if (sheet == null) {
                            continue;
                        }
                        if (!seen.add(sheet)) {
                            throw Refusal.of("territory.import.sheetTwice", words.sheet(sheet));
                        }
                        XMLReader xml = XMLHelper.newXMLReader();
                        xml.setContentHandler(new XSSFSheetXMLHandler(workbook.getStylesTable(), strings,
                            new SheetReading(sheet, problems, reader), new PlainValues(from1904), false));
                        xml.parse(new InputSource(content));
                    }
                }
            }
            return seen;
        } catch (IOException | OpenXML4JException | OpenXML4JRuntimeException | SAXException | ParserConfigurationException
                 | XMLStreamException | UnsupportedFileFormatException e) {
            throw (Refusal) Refusal.of("territory.import.damaged").initCause(e);
        }
    }

    private Sheet named(String name) {
        for (Sheet sheet : Sheet.TERRITORY) {
            if (Key.of(words.sheet(sheet)).equals(Key.of(name))) {
                return sheet;
            }
        }
        return null;
    }

    /** Looks at the archive before it is opened: kind, macros, and what it would grow to. */
    private static void inspect(Path file) throws IOException {
        try (InputStream content = FileMagic.prepareToCheckMagic(Files.newInputStream(file))) {
            FileMagic kind = FileMagic.valueOf(content);
            if (kind == FileMagic.OLE2) {
                try (POIFSFileSystem old = new POIFSFileSystem(content)) {
                    throw Refusal.of(old.getRoot().hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY)
                        ? "territory.import.encrypted" : "territory.import.oldFormat");
                }
            }
            if (kind != FileMagic.OOXML) {
                throw Refusal.of("territory.import.notAWorkbook");
            }
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("xl/workbook.xml") == null) {
                throw Refusal.of("territory.import.notAWorkbook");
            }
            if (zip.size() > MOST_ENTRIES) {
                throw Refusal.of("territory.import.tooLargeInside");
            }
            long total = 0;
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().toLowerCase().endsWith("vbaproject.bin")) {
                    throw Refusal.of("territory.import.macros");
                }
                total += inflated(zip, entry, Math.min(largest(entry.getName()), LARGEST_INFLATED - total));
            }
        } catch (ZipException e) {
            throw (Refusal) Refusal.of("territory.import.damaged").initCause(e);
        }
    }

    private static long largest(String entry) {
        return entry.startsWith("xl/worksheets/") ? LARGEST_INFLATED : entry.equals("xl/sharedStrings.xml") ? LARGEST_STRINGS : LARGEST_OTHER;
    }

    /** Counts what really comes out: the sizes that an archive states may lie. */
    private static long inflated(ZipFile zip, ZipEntry entry, long limit) throws IOException {
        byte[] buffer = new byte[65_536];
        long size = 0;
        try (InputStream content = zip.getInputStream(entry)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > limit) {
                    throw Refusal.of("territory.import.tooLargeInside");
                }
            }
        }
        return size;
    }

    private static boolean countsDaysFrom1904(Path file) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLHelper.newXMLInputFactory();
        try (ZipFile zip = new ZipFile(file.toFile()); InputStream content = zip.getInputStream(zip.getEntry("xl/workbook.xml"))) {
            XMLStreamReader xml = factory.createXMLStreamReader(content);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("workbookPr")) {
                    String value = xml.getAttributeValue(null, "date1904");
                    return "1".equals(value) || "true".equals(value);
                }
            }
            return false;
        }
    }

    /** The value of a cell whatever its display format: days as ДД.ММ.ГГГГ, numbers with all their digits. */
    private static final class PlainValues extends DataFormatter {

        private final boolean from1904;

        PlainValues(boolean from1904) {
            this.from1904 = from1904;
        }

        @Override
        public String formatRawCellContents(double value, int formatIndex, String format, boolean use1904Windowing) {
            if (DateUtil.isADateFormat(formatIndex, format) && DateUtil.isValidExcelDate(value)) {
                return DAY.format(DateUtil.getLocalDateTime(value, from1904));
            }
            BigDecimal number = BigDecimal.valueOf(value).stripTrailingZeros();
            return number.scale() <= 0 ? number.toBigInteger().toString() : number.toPlainString();
        }
    }

    private final class SheetReading implements XSSFSheetXMLHandler.SheetContentsHandler {

        private final Sheet sheet;
        private final Problems problems;
        private final Consumer<Row> reader;
        private final Map<Integer, String> columns = new HashMap<>();
        private final Map<Integer, String> values = new HashMap<>();
        private boolean headed;
        private int column;

        SheetReading(Sheet sheet, Problems problems, Consumer<Row> reader) {
            this.sheet = sheet;
            this.problems = problems;
            this.reader = reader;
        }

        @Override
        public void startRow(int index) {
            if (index >= MOST_ROWS) {
                throw Refusal.of("territory.import.tooManyRows", words.sheet(sheet), String.valueOf(MOST_ROWS));
            }
            values.clear();
            column = -1;
        }

        @Override
        public void cell(String reference, String value, XSSFComment comment) {
            column = reference == null ? column + 1 : new CellReference(reference).getCol();
            String text = value == null ? "" : value.replace('\u00a0', ' ').strip();
            if (!text.isEmpty()) {
                values.put(column, text);
            }
        }

        @Override
        public void endRow(int index) {
            if (values.isEmpty()) {
                return;
            }
            if (!headed) {
                headed = true;
                readHeadings(index + 1);
                return;
            }
            Map<String, String> cells = new HashMap<>();
            values.forEach((at, text) -> {
                if (columns.containsKey(at)) {
                    cells.put(columns.get(at), text);
                }
            });
            if (!cells.isEmpty()) {
                reader.accept(new Row(sheet, index + 1, cells));
            }
        }

        private void readHeadings(int row) {
            Map<String, String> known = new HashMap<>();
            sheet.columns().forEach(name -> known.put(Key.of(words.column(sheet, name)), name));
            values.forEach((at, heading) -> {
                String name = known.get(Key.of(heading.replace("*", "")));
                if (name != null && !columns.containsValue(name)) {
                    columns.put(at, name);
                }
            });
            sheet.columns().stream()
                .filter(name -> sheet.requires(name) && !columns.containsValue(name))
                .forEach(name -> problems.add(sheet, row, name, "", "noColumn", words.column(sheet, name)));
        }
    }
}
