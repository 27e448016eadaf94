package ru.marshrut.territory.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.stereotype.Component;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Settlement;

/** The empty workbook: a sheet that explains, and the sheets to fill in, with lists where there is a choice. */
@Component
class Template {

    private static final int LAST_ROW = 30_000;
    private static final int CHARACTER = 256;

    private final Words words;

    Template(Words words) {
        this.words = words;
    }

    void write(OutputStream target, Map<String, String> riskDirections) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            explain(workbook, "territory.template.sentences", Sheet.TERRITORY);
            for (Sheet sheet : Sheet.TERRITORY) {
                addSheet(workbook, sheet);
            }
            list(workbook, Sheet.SCHOOLS, "settlement", Arrays.stream(Settlement.values()).map(words::settlement).toList());
            list(workbook, Sheet.APPOINTMENTS, "role",
                Arrays.stream(Role.values()).filter(role -> role != Role.ADMINISTRATOR).map(words::role).toList());
            list(workbook, Sheet.RISKS, "direction", riskDirections.values());
            workbook.write(target);
        }
    }

    /** A workbook of one list: what it is read from comes first. */
    void writeList(OutputStream target, Sheet sheet) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            addSheet(workbook, sheet);
            explain(workbook, "territory.template.list", List.of(sheet));
            workbook.write(target);
        }
    }

    private void explain(XSSFWorkbook workbook, String sentences, List<Sheet> sheets) {
        org.apache.poi.ss.usermodel.Sheet page = workbook.createSheet(words.text("territory.template.explanation"));
        CellStyle wrapped = workbook.createCellStyle();
        wrapped.setWrapText(true);
        wrapped.setVerticalAlignment(VerticalAlignment.TOP);
        int line = 0;
        for (String sentence : words.text(sentences).split("\\|")) {
            page.createRow(line++).createCell(0).setCellValue(sentence.strip());
        }
        line++;
        row(page, line++, heading(workbook), List.of(words.text("territory.template.sheet"), words.text("territory.template.column"),
            words.text("territory.template.required"), words.text("territory.template.what"), words.text("territory.template.example")));
        for (Sheet sheet : sheets) {
            for (String column : sheet.columns()) {
                row(page, line++, wrapped, List.of(words.sheet(sheet), words.column(sheet, column),
                    words.text(sheet.requires(column) ? "territory.template.yes" : "territory.template.no"), hint(sheet, column),
                    words.text("territory.example." + sheet + "." + column)));
            }
        }
        int[] widths = {24, 24, 14, 70, 40};
        for (int i = 0; i < widths.length; i++) {
            page.setColumnWidth(i, widths[i] * CHARACTER);
        }
    }

    private String hint(Sheet sheet, String column) {
        return words.text("territory.hint." + sheet + "." + column);
    }

    private void addSheet(XSSFWorkbook workbook, Sheet sheet) {
        org.apache.poi.ss.usermodel.Sheet page = workbook.createSheet(words.sheet(sheet));
        CreationHelper creation = workbook.getCreationHelper();
        CellStyle text = workbook.createCellStyle();
        text.setDataFormat(creation.createDataFormat().getFormat("@")); // codes and telephones keep their zeros
        CellStyle day = workbook.createCellStyle();
        day.setDataFormat(creation.createDataFormat().getFormat("dd.mm.yyyy"));
        row(page, 0, heading(workbook), sheet.columns().stream()
            .map(column -> words.column(sheet, column) + (sheet.requires(column) ? " *" : "")).toList());
        for (int i = 0; i < sheet.columns().size(); i++) {
            String column = sheet.columns().get(i);
            page.setColumnWidth(i, 28 * CHARACTER);
            page.setDefaultColumnStyle(i, column.equals("from") || column.equals("until") ? day : text);
            comment(page, creation, page.getRow(0).getCell(i), hint(sheet, column));
        }
        page.createFreezePane(0, 1);
    }

    private static void comment(org.apache.poi.ss.usermodel.Sheet page, CreationHelper creation, Cell cell, String text) {
        ClientAnchor anchor = creation.createClientAnchor();
        anchor.setCol1(cell.getColumnIndex());
        anchor.setCol2(cell.getColumnIndex() + 2);
        anchor.setRow1(1);
        anchor.setRow2(6);
        Comment comment = page.createDrawingPatriarch().createCellComment(anchor);
        comment.setString(creation.createRichTextString(text));
        cell.setCellComment(comment);
    }

    private static CellStyle heading(XSSFWorkbook workbook) {
        Font bold = workbook.createFont();
        bold.setBold(true);
        CellStyle style = workbook.createCellStyle();
        style.setFont(bold);
        style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setBorderBottom(BorderStyle.THIN);
        return style;
    }

    private static void row(org.apache.poi.ss.usermodel.Sheet page, int index, CellStyle style, List<String> values) {
        org.apache.poi.ss.usermodel.Row row = page.createRow(index);
        for (int i = 0; i < values.size(); i++) {
            Cell cell = row.createCell(i);
            cell.setCellValue(values.get(i));
            cell.setCellStyle(style);
        }
    }

    /** Choices lie on a hidden sheet: a list inside of the rule may hold 255 characters only. */
    private void list(XSSFWorkbook workbook, Sheet sheet, String column, Collection<String> choices) {
        String hidden = words.text("territory.template.lists");
        org.apache.poi.ss.usermodel.Sheet lists = workbook.getSheet(hidden);
        if (lists == null) {
            lists = workbook.createSheet(hidden);
            workbook.setSheetHidden(workbook.getSheetIndex(lists), true);
        }
        int at = lists.getRow(0) == null ? 0 : lists.getRow(0).getLastCellNum();
        int line = 0;
        for (String choice : choices) {
            org.apache.poi.ss.usermodel.Row row = lists.getRow(line) == null ? lists.createRow(line) : lists.getRow(line);
            row.createCell(at).setCellValue(choice);
            line++;
        }
        String letter = String.valueOf((char) ('A' + at));
        Name name = workbook.createName();
        name.setNameName("list_" + sheet.name().toLowerCase() + "_" + column);
        name.setRefersToFormula("'" + hidden + "'!$" + letter + "$1:$" + letter + "$" + choices.size());
        org.apache.poi.ss.usermodel.Sheet page = workbook.getSheet(words.sheet(sheet));
        DataValidationHelper rules = page.getDataValidationHelper();
        DataValidationConstraint constraint = rules.createFormulaListConstraint(name.getNameName());
        int columnIndex = sheet.columns().indexOf(column);
        DataValidation validation = rules.createValidation(constraint, new CellRangeAddressList(1, LAST_ROW, columnIndex, columnIndex));
        validation.setErrorStyle(DataValidation.ErrorStyle.WARNING); // numbers and other spellings are understood as well
        validation.setShowErrorBox(false);
        page.addValidationData(validation);
    }
}
