package ru.marshrut.schoolyear.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import ru.marshrut.territory.ImportProblem;

/** What is wrong in a table is named with sheet, row and column; nothing is guessed. */
class ProfileTableTest {

    private static final String SHEET = "Профили";
    private static final Map<String, String> DIRECTIONS = new LinkedHashMap<>();

    static {
        DIRECTIONS.put("staff", "Дефицит кадров");
        DIRECTIONS.put("parents", "Родители");
    }

    private FileProblems problems;
    private ProfileTable table;

    @BeforeEach
    void empty() {
        StaticMessageSource codes = new StaticMessageSource();
        codes.setUseCodeAsDefaultMessage(true);
        problems = new FileProblems(codes);
        table = new ProfileTable(DIRECTIONS, problems);
    }

    private static SheetCells.Sheet sheet(String name, String... rows) {
        SheetCells.Sheet sheet = new SheetCells.Sheet(name, new TreeMap<>());
        for (int row = 0; row < rows.length; row++) {
            List<String> cells = Arrays.asList(rows[row].split("\\|", -1));
            for (int column = 0; column < cells.size(); column++) {
                if (!cells.get(column).isEmpty()) {
                    sheet.rows().computeIfAbsent(row + 1, number -> new TreeMap<>()).put(column, cells.get(column));
                }
            }
        }
        return sheet;
    }

    private void read(String... rows) {
        table.read(List.of(sheet(SHEET, rows)));
    }

    @Test
    void rowsAreReadBelowWhateverTitleInWhateverOrderOfColumns() {
        read("Рисковые профили школ", "", "Родители|Школа|Код школы|1. Дефицит кадров", "высокий риск|Школа № 1|sch1|3", "Н. О.||", "|Школа № 2|sch2|", "1|Школа № 3|SCH3|с");
        assertThat(table.rows()).containsOnlyKeys("sch1", "sch3");
        assertThat(table.rows().get("sch1").levels()).isEqualTo(Map.of("parents", RiskLevel.HIGH, "staff", RiskLevel.HIGH));
        assertThat(table.rows().get("sch3").levels()).isEqualTo(Map.of("parents", RiskLevel.LOW, "staff", RiskLevel.MEDIUM));
        assertThat(table.empty()).as("named without any level").isEqualTo(1);
        assertThat(problems.found()).extracting(ImportProblem::row, ImportProblem::text).as("a row with a level but no code")
            .containsExactly(tuple(5, "schoolyear.file.emptyCode"));
    }

    @Test
    void everyWrongCellIsNamed() {
        read("Код школы|Дефицит кадров|Родители", "sch1|н|", "sch2|5|очень высокий", "sch3|низкий|низкий", "sch3|низкий|низкий", "|низкий|низкий");
        assertThat(problems.found()).extracting(ImportProblem::sheet, ImportProblem::row, ImportProblem::column, ImportProblem::value, ImportProblem::text)
            .containsExactly(
                tuple(SHEET, 2, "Дефицит кадров", "н", "schoolyear.file.unknownLevel"),
                tuple(SHEET, 2, "Родители", "", "schoolyear.file.emptyLevel"),
                tuple(SHEET, 3, "Дефицит кадров", "5", "schoolyear.file.unknownLevel"),
                tuple(SHEET, 3, "Родители", "очень высокий", "schoolyear.file.unknownLevel"),
                tuple(SHEET, 5, "Код школы", "sch3", "schoolyear.file.schoolTwice"),
                tuple(SHEET, 6, "Код школы", "", "schoolyear.file.emptyCode"));
    }

    @Test
    void wrongHeadingsAreNamedAndNoRowIsRead() {
        read("Код|Дефицит кадров|Дефицит кадров|Настроение", "sch1|низкий|низкий|низкий");
        assertThat(problems.found()).extracting(ImportProblem::row, ImportProblem::column, ImportProblem::text).containsExactly(
            tuple(1, "Дефицит кадров", "schoolyear.file.columnTwice"), tuple(1, "Настроение", "schoolyear.file.unknownColumn"),
            tuple(1, "Родители", "schoolyear.file.missingColumn"));
        assertThat(table.rows()).isEmpty();
    }

    @Test
    void aTableWithoutCodesIsNone() {
        read("Школа|Дефицит кадров|Родители", "Школа № 1|низкий|низкий");
        assertThat(problems.found()).extracting(ImportProblem::text).containsExactly("schoolyear.file.noCodeColumn");
    }

    @Test
    void aSchoolOnTwoSheetsIsNamedTwice() {
        table.read(List.of(sheet("Север", "Код школы|Дефицит кадров|Родители", "sch1|1|1"), sheet("Пояснения", "Как заполнять"),
            sheet("Юг", "Код школы|Дефицит кадров|Родители", "SCH1|1|1")));
        assertThat(problems.found()).extracting(ImportProblem::sheet, ImportProblem::row, ImportProblem::text)
            .containsExactly(tuple("Юг", 2, "schoolyear.file.schoolTwice"));
    }

    @Test
    void theTableOfOneSchoolNamesEveryWrongRow() {
        SchoolProfileFile.Read read = SchoolProfileFile.read(List.of(sheet(SHEET, "Школа № 1", "№|Направление|Уровень риска", "1|Дефицит кадров|В",
            "2|Настроение|низкий", "3|Дефицит кадров|низкий")), DIRECTIONS, problems);
        assertThat(read.levels()).as("a direction that is named twice has no level").isEmpty();
        assertThat(read.problems()).extracting(ImportProblem::row, ImportProblem::column, ImportProblem::value, ImportProblem::text).containsExactly(
            tuple(4, "Направление", "Настроение", "schoolyear.file.unknownDirection"),
            tuple(5, "Направление", "Дефицит кадров", "schoolyear.file.directionTwice"),
            tuple(0, "", "Родители", "schoolyear.file.missingDirection"));
    }

    @Test
    void theTableOfOneSchoolIsTakenOver() {
        SchoolProfileFile.Read read = SchoolProfileFile.read(List.of(sheet(SHEET, "Рисковое направление|Уровень", "Дефицит кадров|В", "Родители|",
            "|")), DIRECTIONS, problems);
        assertThat(read.levels()).isEqualTo(Map.of("staff", RiskLevel.HIGH));
        assertThat(read.problems()).extracting(ImportProblem::row, ImportProblem::text).containsExactly(tuple(3, "schoolyear.file.emptyLevel"));
    }
}
