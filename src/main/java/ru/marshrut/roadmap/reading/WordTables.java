package ru.marshrut.roadmap.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.apache.poi.ooxml.util.DocumentHelper;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import ru.marshrut.shared.Refusal;

/**
 * Tables of a DOCX file with the paragraphs above them. Walks over the document itself: what was deleted under review,
 * fields' codes, notes and text boxes are no part of a cell's text, and POI's own text of a run tells them not apart.
 */
final class WordTables {

    private static final int LARGEST_PART = 12 << 20;
    private static final int DEEPEST = 60;
    /** Children without words of the document. */
    private static final Set<String> PASSED_OVER = Set.of("del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "instrText", "delText",
        "drawing", "pict", "object", "AlternateContent", "footnoteReference", "endnoteReference", "tblPr", "tblGrid", "trPr", "tcPr", "rt");

    private final Pieces pieces = new Pieces();
    private final WordLists lists;

    private WordTables(WordLists lists) {
        this.lists = lists;
    }

    static List<RawTable> tablesOf(Path file) throws IOException, OpenXML4JException, SAXException {
        try (OPCPackage opened = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            PackageRelationship main = opened.getRelationshipsByType(PackageRelationshipTypes.CORE_DOCUMENT).getRelationship(0);
            if (main == null) {
                main = opened.getRelationshipsByType(PackageRelationshipTypes.STRICT_CORE_DOCUMENT).getRelationship(0);
            }
            PackagePart document = opened.getPart(main);
            WordTables tables = new WordTables(new WordLists(related(document, "/numbering"), related(document, "/styles")));
            Element body = WordXml.child(parse(document).getDocumentElement(), "body");
            if (body != null) {
                tables.blocks(body, 0);
            }
            return tables.pieces.end();
        }
    }

    private static Document related(PackagePart document, String type) throws IOException, OpenXML4JException, SAXException {
        for (PackageRelationship relationship : document.getRelationships()) {
            if (relationship.getRelationshipType().endsWith(type)) {
                return parse(document.getRelatedPart(relationship));
            }
        }
        return null;
    }

    private static Document parse(PackagePart part) throws IOException, SAXException {
        try (InputStream content = part.getInputStream()) {
            byte[] bytes = content.readNBytes(LARGEST_PART + 1);
            if (bytes.length > LARGEST_PART) {
                throw Refusal.of("roadmap.reading.tooLargeInside");
            }
            return DocumentHelper.readDocument(new ByteArrayInputStream(bytes));
        }
    }

    private void blocks(Node parent, int depth) {
        for (Element block : WordXml.children(parent)) {
            switch (block.getLocalName()) {
                case "p" -> paragraph(block);
                case "tbl" -> table(block, depth);
                default -> {
                    if (depth < DEEPEST && !PASSED_OVER.contains(block.getLocalName())) {
                        blocks(block, depth + 1);
                    }
                }
            }
        }
    }

    private void paragraph(Element paragraph) {
        String text = text(paragraph);
        if (text.isBlank()) {
            pieces.blank();
        } else {
            text.lines().forEach(pieces::prose);
        }
    }

    private void table(Element table, int depth) {
        List<List<List<String>>> nested = new ArrayList<>();
        List<List<String>> rows = rows(table, nested, depth);
        if (rows.stream().mapToInt(List::size).max().orElse(0) > 1) {
            pieces.piece(rows);
        } else {
            rows.forEach(row -> row.forEach(cell -> cell.lines().forEach(pieces::prose))); // a frame around text
        }
        nested.forEach(pieces::piece);
    }

    /** @param nested takes the tables within cells that are road maps of their own */
    private List<List<String>> rows(Element table, List<List<List<String>>> nested, int depth) {
        List<List<String>> rows = new ArrayList<>();
        List<Element> found = new ArrayList<>();
        collect(table, "tr", found, depth);
        for (Element row : found) {
            Element properties = WordXml.child(row, "trPr");
            if (properties != null && WordXml.child(properties, "del") != null) {
                continue;
            }
            List<String> above = rows.isEmpty() ? List.of() : rows.get(rows.size() - 1);
            List<String> cells = new ArrayList<>(Collections.nCopies(skipped(properties, "gridBefore"), ""));
            List<Element> inRow = new ArrayList<>();
            collect(row, "tc", inRow, depth);
            for (Element cell : inRow) {
                addCell(cell, above, cells, nested, depth);
            }
            rows.add(cells);
        }
        return rows;
    }

    private void addCell(Element cell, List<String> above, List<String> cells, List<List<List<String>>> nested, int depth) {
        Element properties = WordXml.child(cell, "tcPr");
        String text = cellText(cell, nested, depth);
        int span = 1;
        if (properties != null) {
            span = WordXml.within(WordXml.numberOf(properties, "gridSpan", 1), 1, DEEPEST);
            Element down = WordXml.child(properties, "vMerge");
            Element across = WordXml.child(properties, "hMerge");
            if (down != null && !WordXml.attribute(down, "val").equals("restart") && cells.size() < above.size()) {
                text = above.get(cells.size());
            } else if (across != null && !WordXml.attribute(across, "val").equals("restart") && !cells.isEmpty()) {
                text = cells.get(cells.size() - 1);
            } else if (WordXml.child(properties, "cellDel") != null) {
                text = "";
            }
        }
        cells.addAll(Collections.nCopies(span, text));
    }

    private static int skipped(Element properties, String name) {
        return properties == null ? 0 : WordXml.within(WordXml.numberOf(properties, name, 0), 0, DEEPEST);
    }

    /** Rows and cells can lie within content controls. */
    private static void collect(Element parent, String name, List<Element> found, int depth) {
        for (Element child : WordXml.children(parent)) {
            if (name.equals(child.getLocalName())) {
                found.add(child);
            } else if (depth < DEEPEST && !PASSED_OVER.contains(child.getLocalName())) {
                collect(child, name, found, depth + 1);
            }
        }
    }

    private String cellText(Node parent, List<List<List<String>>> nested, int depth) {
        List<String> lines = new ArrayList<>();
        for (Element block : WordXml.children(parent)) {
            switch (block.getLocalName()) {
                case "p" -> lines.add(text(block));
                case "tbl" -> {
                    List<List<String>> inner = depth < DEEPEST ? rows(block, nested, depth + 1) : List.of();
                    if (!inner.isEmpty() && Headings.areIn(inner.get(0))) {
                        nested.add(inner);
                    } else {
                        inner.forEach(row -> lines.add(String.join(" ", row.stream().distinct().toList()).replace('\n', ' ')));
                    }
                }
                default -> {
                    if (depth < DEEPEST && !PASSED_OVER.contains(block.getLocalName())) {
                        lines.add(cellText(block, nested, depth + 1));
                    }
                }
            }
        }
        return CellText.clean(String.join("\n", lines));
    }

    private String text(Element paragraph) {
        StringBuilder text = new StringBuilder();
        append(paragraph, text, 0);
        String mark = lists.mark(paragraph);
        return mark.isEmpty() ? text.toString() : mark + " " + text;
    }

    private static void append(Node parent, StringBuilder text, int depth) {
        for (Element child : WordXml.children(parent)) {
            switch (child.getLocalName()) {
                case "t" -> text.append(child.getTextContent());
                case "tab", "ptab" -> text.append(' ');
                case "br", "cr" -> text.append('\n');
                case "noBreakHyphen" -> text.append('-');
                default -> {
                    if (depth < DEEPEST && !PASSED_OVER.contains(child.getLocalName()) && !isHidden(child)) {
                        append(child, text, depth + 1);
                    }
                }
            }
        }
    }

    private static boolean isHidden(Element run) {
        Element properties = WordXml.child(run, "rPr");
        Element hidden = properties == null ? null : WordXml.child(properties, "vanish");
        return hidden != null && !Set.of("0", "false", "off").contains(WordXml.attribute(hidden, "val"));
    }
}
