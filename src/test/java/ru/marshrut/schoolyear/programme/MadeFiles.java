package ru.marshrut.schoolyear.programme;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** Programmes as schools write them in Word and Excel. */
public final class MadeFiles {

    private MadeFiles() {}

    /** Its direction and task are cells merged over two measures; the columns stand in an order of their own. */
    public static byte[] wordWithMergedCells() throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("Антирисковая программа");
            XWPFTable table = document.createTable(4, 7);
            fill(table, 0, "№", "Рисковое направление", "Задачи", "Мероприятия", "Сроки реализации", "Показатели", "Ответственные");
            fill(table, 1, "1", "Низкая учебная мотивация обучающихся", "Повысить интерес к предметам", "Олимпиада", "15.04.2021", "60% обучающихся", "Завуч");
            fill(table, 2, "2", "", "", "Предметная неделя", "в течение года", "", "Завуч");
            fill(table, 3, "3", "Что-то своё", "Привлечь родителей", "Собрание", "по плану", "40 родителей", "Директор");
            for (int column : List.of(1, 2)) {
                table.getRow(1).getCell(column).getCTTc().addNewTcPr().addNewVMerge().setVal(STMerge.RESTART);
                table.getRow(2).getCell(column).getCTTc().addNewTcPr().addNewVMerge().setVal(STMerge.CONTINUE);
            }
            return bytes(document);
        }
    }

    /** A title above, the direction merged down, the beginning and the end in columns of their own, a day as Excel keeps it. */
    public static byte[] workbookWithMergedCells() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            Sheet sheet = book.createSheet("План");
            row(sheet, 0, "Антирисковая программа школы");
            row(sheet, 2, "Мероприятие", "Сроки", "", "Направление", "Ответственный");
            row(sheet, 3, "", "Начало", "Окончание", "", "");
            row(sheet, 4, "Курсы для учителей", "", "30.09.2021", "Дефицит педагогических кадров", "Завуч");
            row(sheet, 5, "Наставничество", "01.09.2021", "31.12.2021", "", "Директор");
            var day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("dd.mm.yyyy"));
            var cell = sheet.getRow(4).getCell(1);
            cell.setCellValue(java.time.LocalDate.of(2021, 9, 1));
            cell.setCellStyle(day);
            for (String merged : List.of("A3:A4", "B3:C3", "D3:D4", "E3:E4", "D5:D6")) {
                sheet.addMergedRegion(CellRangeAddress.valueOf(merged));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        }
    }

    public static byte[] wordWithoutAProgramme() throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            fill(document.createTable(1, 2), 0, "ФИО", "Должность");
            return bytes(document);
        }
    }

    /** The text of the first table of a Word file, row by row. */
    public static List<List<String>> tableOf(byte[] word) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(word))) {
            return document.getTables().get(0).getRows().stream()
                .map(row -> row.getTableCells().stream().map(cell -> cell.getText()).toList()).toList();
        }
    }

    private static void fill(XWPFTable table, int row, String... cells) {
        for (int column = 0; column < cells.length; column++) {
            table.getRow(row).getCell(column).setText(cells[column]);
        }
    }

    private static void row(Sheet sheet, int number, String... cells) {
        Row row = sheet.createRow(number);
        for (int column = 0; column < cells.length; column++) {
            row.createCell(column).setCellValue(cells[column]);
        }
    }

    private static byte[] bytes(XWPFDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.write(out);
        return out.toByteArray();
    }
}
