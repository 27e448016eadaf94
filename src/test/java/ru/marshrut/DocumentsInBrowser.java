package ru.marshrut;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import ru.marshrut.documents.SampleFiles;
import ru.marshrut.schoolyear.process.ConceptDocumentsModel;
import ru.marshrut.schoolyear.process.CuratorVisitsModel;
import ru.marshrut.testing.Visitor;

/** The part of a year in which its documents are written, returned, approved and placed, late. */
final class DocumentsInBrowser {

    private final YearVisitors people;
    private final String direction;

    /** @param direction name of an activated direction */
    DocumentsInBrowser(YearVisitors people, String direction) {
        this.people = people;
        this.direction = direction;
    }

    void theProgrammeIsWritten() throws IOException {
        Visitor school = people.school;
        people.passesUntil("2021-03-29");
        school.open(people.page("programme"));
        school.sees().locator("#new [name=direction]").selectOption("motivation");
        people.fill(school, Map.of("task", "Повысить интерес к предметам", "measure", "Предметная неделя", "indicator", "Не менее 60% обучающихся",
            "dateWords", "в течение года", "responsible", "Завуч", "evidence", "Приказ, фотоотчёт"));
        school.press("Добавить строку");
        assertThat(school.sees()).containsText("не определён конкретный срок: назовите день или дни");
        people.shoot(school, 390, "programme-remark-phone");
        school.sees().getByText("Изменить строку 1").click();
        school.fill("dateWords", "с 11.05.2021 по 14.05.2021");
        school.press("Сохранить строку");
        assertThat(school.sees()).containsText("Строка сохранена.");
        school.sees().locator("[name=file]").setInputFiles(people.file("План школы.xlsx", programmeOfTheSchool()));
        school.press("Прочитать файл");
        assertThat(school.sees()).containsText("Проверьте, что понято");
        assertThat(school.sees()).containsText("Курсы повышения квалификации");
        people.shoot(school, 1280, "programme-import");
        people.shoot(school, 390, "programme-import-phone");
        school.press("Добавить к прежним");
        assertThat(school.sees()).containsText("Мероприятий: 3");
        people.shoot(school, 1280, "programme");
        school.press("Сохранить версию программы");
        assertThat(school.sees()).containsText("Программа сохранена как новая версия");
        people.shoot(school, 1280, "programme-handed-in");
    }

    /** A table as a school keeps it in Excel. */
    private byte[] programmeOfTheSchool() throws IOException {
        List<List<String>> rows = List.of(
            List.of("№", "Рисковое направление", "Задача", "Мероприятие", "Показатель", "Срок", "Ответственный", "Чем подтверждается"),
            List.of("1", direction, "Закрыть вакансии", "Курсы повышения квалификации", "5 учителей", "до 20.05.2021", "Директор", "Удостоверения"),
            List.of("2", direction, "Закрыть вакансии", "Наставничество молодых учителей", "3 пары", "с 01.09.2021 по 30.09.2021", "Завуч", "Приказ"));
        try (XSSFWorkbook book = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.createSheet("Программа");
            for (int r = 0; r < rows.size(); r++) {
                Row row = sheet.createRow(r);
                for (int c = 0; c < rows.get(r).size(); c++) {
                    row.createCell(c).setCellValue(rows.get(r).get(c));
                }
            }
            book.write(out);
            return out.toByteArray();
        }
    }

    void theyAreCheckedAndPlaced() throws IOException {
        Visitor school = people.school;
        people.opens(school, ConceptDocumentsModel.SEND, "Передать концептуальные документы куратору");
        people.attaches(school, "Концепция развития", "Концепция.docx", SampleFiles.docx());
        people.isRefused(school, "Передать куратору", "Среднесрочная программа");
        people.shoot(school, 1280, "document-is-missing");
        people.attaches(school, "Среднесрочная программа", "Среднесрочная программа.docx", SampleFiles.docx());
        people.shoot(school, 390, "documents-phone");
        people.sends(school, "Передать куратору");

        Visitor curator = people.curator;
        people.passesUntil("2021-04-12");
        people.opens(curator, ConceptDocumentsModel.CHECK, "Проверить концептуальные документы");
        people.decides(curator, "Концепция развития", "APPROVE", "Цели и задачи поставлены");
        people.decides(curator, "Среднесрочная программа", "RETURN", "Назовите задачи на каждый год");
        people.decides(curator, "Антирисковая программа", "APPROVE", "Сроки и показатели названы");
        people.shoot(curator, 1280, "documents-check");
        people.sends(curator, "Сообщить школе");
        people.allSeeOnTheMap("Передать концептуальные документы куратору", "30.04.2021");
        people.shoot(people.regional, 1280, "map-documents-returned");

        people.opens(school, ConceptDocumentsModel.SEND, "Передать концептуальные документы куратору");
        assertThat(YearVisitors.about(school, "Среднесрочная программа")).containsText("Возвращён: Назовите задачи на каждый год");
        people.shoot(school, 1280, "document-returned");
        people.attaches(school, "Среднесрочная программа", "Среднесрочная программа, исправлена.docx", SampleFiles.docx());
        people.sends(school, "Передать куратору");
        theFirstPlannedVisitIsReported();
        people.opens(curator, ConceptDocumentsModel.CHECK, "Проверить концептуальные документы");
        people.decides(curator, "Среднесрочная программа", "APPROVE", "Теперь задачи названы");
        people.sends(curator, "Сообщить школе");

        people.passesUntil("2021-05-04");
        people.allSeeOnTheMap("Подтвердить размещение концептуальных документов в ИС МЭДК", "просрочен");
        people.opens(school, ConceptDocumentsModel.PLACE, "Подтвердить размещение концептуальных документов в ИС МЭДК");
        school.fill("on", "2021-05-04");
        school.choose("placed", "yes");
        people.shoot(school, 390, "documents-placed-phone");
        people.sends(school, "Подтвердить размещение");
        curator.open(people.page("documents"));
        assertThat(curator.sees()).containsText("размещены в ИС МЭДК 04.05.2021, с опозданием");
        people.shoot(curator, 1280, "documents-of-the-school");
    }

    private void theFirstPlannedVisitIsReported() {
        people.passesUntil("2021-04-20");
        people.opens(people.curator, CuratorVisitsModel.REPORT_VISIT, "Провести посещение и составить отчёт");
        people.curator.choose("held", "YES");
        people.fill(people.curator, Map.of("heldOn", "2021-04-20", "lookedAt", "Уроки в 8 классе", "agreements", "Открытый урок до 20 мая"));
        people.shoot(people.curator, 390, "visit-report-phone");
        people.sends(people.curator, "Отправить отчёт");
    }
}
