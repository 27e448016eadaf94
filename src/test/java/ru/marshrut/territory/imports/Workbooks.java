package ru.marshrut.territory.imports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Writes workbooks for the tests, row by row, as a person would fill in the template. */
final class Workbooks {

    private static final Map<String, String[]> HEADINGS = new LinkedHashMap<>();

    static {
        HEADINGS.put("Муниципалитеты", new String[] {"Муниципалитет *"});
        HEADINGS.put("Школы", new String[] {"Код школы *", "Название *", "Муниципалитет *", "Населённый пункт *"});
        HEADINGS.put("Люди", new String[] {"ФИО *", "Почта *", "Телефон", "Место работы"});
        HEADINGS.put("Назначения", new String[] {"Почта *", "Роль *", "Место *", "С *", "По", "Номер приказа"});
        HEADINGS.put("Рисковые направления", new String[] {"Код школы *", "Год *", "Направление *"});
        HEADINGS.put("Конфликты", new String[] {"Код школы *", "Код другой школы *", "Причина *"});
    }

    private final SXSSFWorkbook workbook = new SXSSFWorkbook(100);
    private final CellStyle day;

    private Workbooks() {
        day = workbook.createCellStyle();
        day.setDataFormat(workbook.createDataFormat().getFormat("m/d/yy"));
    }

    static Workbooks workbook() {
        return new Workbooks();
    }

    Workbooks row(String sheet, Object... values) {
        SXSSFSheet page = workbook.getSheet(sheet);
        if (page == null) {
            page = workbook.createSheet(sheet);
            fill(page.createRow(0), (Object[]) HEADINGS.get(sheet));
        }
        fill(page.createRow(page.getLastRowNum() + 1), values);
        return this;
    }

    private void fill(Row row, Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                continue;
            }
            Cell cell = row.createCell(i);
            if (values[i] instanceof LocalDate date) {
                cell.setCellValue(date);
                cell.setCellStyle(day);
            } else if (values[i] instanceof Number number) {
                cell.setCellValue(number.doubleValue());
            } else {
                cell.setCellValue(values[i].toString());
            }
        }
    }

    byte[] bytes() {
        try (SXSSFWorkbook closing = workbook; ByteArrayOutputStream target = new ByteArrayOutputStream()) {
            closing.write(target);
            return target.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    InputStream stream() {
        return new ByteArrayInputStream(bytes());
    }
}
