package ru.marshrut.roadmap.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ru.marshrut.testing.LibreOffice;

/** Sources in Flat ODF that LibreOffice makes DOCX and XLSX files of: fixtures must not come from a writer of our own. */
final class FlatOdf {

    private static final String ROOT = """
        <?xml version="1.0" encoding="UTF-8"?>
        <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
            office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.%s"><office:body><office:%s>
        """;

    private FlatOdf() {}

    /** The text of a seed as a Word document: each piece between page breaks is a table of its own rows, prose is paragraphs. */
    static Path docx(String seed, Path folder) {
        StringBuilder body = new StringBuilder();
        List<List<String>> table = new ArrayList<>();
        for (String line : (seed + "\n").split("\n", -1)) {
            if (isRow(line)) {
                table.add(List.of(line.split("\t", -1)));
            } else {
                body.append(table(table)).append("<text:p>").append(escaped(line)).append("</text:p>\n");
                table.clear();
            }
        }
        return converted(ROOT.formatted("text", "text") + body + "</office:text></office:body></office:document>", folder.resolve("order.fodt"), "docx");
    }

    /** The text of a seed as a workbook: a row for each line. */
    static Path xlsx(String seed, Path folder) {
        List<List<String>> rows = new ArrayList<>();
        seed.lines().forEach(line -> rows.add(isRow(line) ? List.of(line.split("\t", -1)) : List.of(line)));
        String sheet = table(rows).replace("<table:table>", "<table:table table:name=\"Лист1\">");
        return converted(ROOT.formatted("spreadsheet", "spreadsheet") + sheet + "</office:spreadsheet></office:body></office:document>",
            folder.resolve("order.fods"), "xlsx");
    }

    /** A source kept among the resources. */
    static Path fixture(String name, String format, Path folder) {
        return converted(Seeds.resource("/roadmap/" + name), folder.resolve(name), format);
    }

    private static boolean isRow(String line) {
        return line.contains("\t") && !line.matches("\\d\\.\t[^\t]*");
    }

    private static String table(List<List<String>> rows) {
        if (rows.isEmpty()) {
            return "";
        }
        int width = rows.stream().mapToInt(List::size).max().orElseThrow();
        StringBuilder table = new StringBuilder("<table:table><table:table-column table:number-columns-repeated=\"" + width + "\"/>\n");
        for (List<String> row : rows) {
            table.append("<table:table-row>");
            row.forEach(cell -> table.append(cell(cell)));
            table.append("</table:table-row>\n");
        }
        return table.append("</table:table>\n").toString();
    }

    private static String cell(String text) {
        return text.isBlank() ? "<table:table-cell/>"
            : "<table:table-cell office:value-type=\"string\"><text:p>" + escaped(text) + "</text:p></table:table-cell>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\t", "<text:tab/>");
    }

    private static Path converted(String source, Path file, String format) {
        try {
            Files.writeString(file, source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return LibreOffice.convert(file, format);
    }
}
