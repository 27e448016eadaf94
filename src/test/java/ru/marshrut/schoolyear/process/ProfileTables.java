package ru.marshrut.schoolyear.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks as people fill them in; numbers are written as numbers. */
public final class ProfileTables {

    private ProfileTables() {}

    /** @param rows cells from the first column on; the first row holds the headings */
    public static byte[] of(List<List<String>> rows) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.createSheet("Профили");
            for (int at = 0; at < rows.size(); at++) {
                Row row = sheet.createRow(at);
                for (int column = 0; column < rows.get(at).size(); column++) {
                    String text = rows.get(at).get(column);
                    if (text.matches("\\d")) {
                        row.createCell(column).setCellValue(Integer.parseInt(text));
                    } else {
                        row.createCell(column).setCellValue(text);
                    }
                }
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A row for each school: its code and the same word in all columns. */
    public static byte[] ofSchools(Collection<String> directions, List<String> codes, String word) {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("Код школы"));
        head.addAll(directions);
        rows.add(head);
        codes.forEach(code -> {
            List<String> row = new ArrayList<>(List.of(code));
            directions.forEach(direction -> row.add(word));
            rows.add(row);
        });
        return of(rows);
    }
}
