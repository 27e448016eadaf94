package ru.marshrut.schoolyear.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import ru.marshrut.calendar.DatePhrases;
import ru.marshrut.roadmap.reading.RawTable;
import ru.marshrut.shared.Question;

/** What is understood of a table, and what is asked. */
class ProgrammeReadingTest {

    private static final ProgrammeDates DATES =
        new ProgrammeDates(new AnnotationConfigApplicationContext("ru.marshrut.calendar.phrases").getBean(DatePhrases.class));
    private static final Map<String, String> DIRECTIONS = Map.of("motivation", "Низкая учебная мотивация обучающихся", "staff",
        "Дефицит педагогических кадров", "parents", "Низкий уровень вовлечённости родителей");

    private final ProgrammeReading reading = new ProgrammeReading(DIRECTIONS, words -> DATES.read(words, 2021));

    @Test
    void columnsAreUnderstoodInAnyOrderAndInUsualWordings() {
        ReadProgramme.Table table = only(read(
            List.of("Сроки реализации", "Ответственные исполнители", "Наименование мероприятия", "Целевые показатели", "Задачи", "Фактор риска",
                "Подтверждающие документы", "№ п/п"),
            List.of("с 01.10.2021 по 30.11.2021", "Завуч", "Провести олимпиаду", "60% обучающихся", "Повысить интерес", "Низкая учебная мотивация обучающихся",
                "Приказ", "1")));
        assertThat(table.notes()).isEmpty();
        assertThat(table.rows()).singleElement().satisfies(row -> {
            assertThat(row.text()).isEqualTo(new ProgrammeText("motivation", "", "Повысить интерес", "Провести олимпиаду", "60% обучающихся",
                "с 01.10.2021 по 30.11.2021", "Завуч", "Приказ"));
            assertThat(row.span()).isEqualTo(new ProgrammeSpan(LocalDate.of(2021, 10, 1), LocalDate.of(2021, 11, 30), true, true));
            assertThat(row.unclear()).isEmpty();
        });
    }

    @Test
    void aMissingColumnIsNamedAndNothingIsPutInItsPlace() {
        ReadProgramme.Table table = only(read(List.of("Мероприятие", "Срок"), List.of("Родительское собрание", "15.04.2021")));
        assertThat(codes(table.notes())).containsExactlyInAnyOrder("schoolyear.programme.unclear.noColumn.TASK",
            "schoolyear.programme.unclear.noColumn.INDICATOR", "schoolyear.programme.unclear.noColumn.RESPONSIBLE",
            "schoolyear.programme.unclear.noColumn.EVIDENCE");
        assertThat(table.rows().get(0).text().indicator()).isEmpty();
    }

    @Test
    void aHeadingThatIsNotUnderstoodIsAskedWithItsColumn() {
        ReadProgramme.Table table = only(read(List.of("Мероприятие", "Ресурсы", "Срок", ""), List.of("Собрание", "Зал", "15.04.2021", "Х")));
        assertThat(table.notes()).contains(Question.of("schoolyear.programme.unclear.column", 2, "Ресурсы"),
            Question.of("schoolyear.programme.unclear.columnWithoutHeading", 4));
        assertThat(table.columns()).containsExactly(ProgrammeColumn.MEASURE, null, ProgrammeColumn.DATES, null);
    }

    @Test
    void whatWasChosenForAColumnHolds() {
        RawTable table = new RawTable("", List.of(List.of("Мероприятие", "Ресурсы", "Срок"), List.of("Собрание", "Протокол", "15.04.2021")));
        ReadProgramme read = reading.read(List.of(table), Map.of(0, List.of(ProgrammeColumn.MEASURE, ProgrammeColumn.EVIDENCE, ProgrammeColumn.DATES)));
        assertThat(read.rows().get(0).text().evidence()).isEqualTo("Протокол");
    }

    @Test
    void aSecondColumnOfAKindIsAskedAndTheFirstIsTaken() {
        ReadProgramme.Table table = only(read(List.of("Мероприятие", "Показатель", "Результат", "Срок"), List.of("Собрание", "40 родителей", "Протокол", "15.04.2021")));
        assertThat(table.notes()).contains(Question.of("schoolyear.programme.unclear.column", 3, "Результат"));
        assertThat(table.rows().get(0).text().indicator()).isEqualTo("40 родителей");
    }

    @Test
    void datesInTwoColumnsBelowOneHeadingAreASpan() {
        ReadProgramme.Table table = only(read(List.of("Мероприятие", "Сроки", "Сроки", "Ответственный"), List.of("Мероприятие", "начало", "окончание", "Ответственный"),
            List.of("Курсы", "01.09.2021", "30.09.2021", "Завуч")));
        assertThat(table.rows().get(0).span()).isEqualTo(new ProgrammeSpan(LocalDate.of(2021, 9, 1), LocalDate.of(2021, 9, 30), true, true));
    }

    @Test
    void phrasesWithoutADayAreUnderstoodButNotConcrete() {
        assertThat(DATES.read("в течение года", 2021)).isEqualTo(new ProgrammeSpan(LocalDate.of(2021, 1, 1), LocalDate.of(2021, 12, 31), false, true));
        assertThat(DATES.read("октябрь 2021", 2021).concrete()).isFalse();
        assertThat(DATES.read("ежемесячно", 2021).concrete()).isFalse();
        assertThat(DATES.read("4 квартал", 2021).concrete()).isFalse();
        assertThat(DATES.read("", 2021).concrete()).isFalse();
        assertThat(DATES.read("до 15 апреля", 2021)).isEqualTo(new ProgrammeSpan(null, LocalDate.of(2021, 4, 15), true, true));
        assertThat(DATES.read("с 7 ноября", 2021).concrete()).as("without an end").isFalse();
    }

    @Test
    void whatIsNotUnderstoodIsMarkedWithRowAndColumnAndKeptAsItStands() {
        ReadProgramme.Table table = only(read(List.of("Направление", "Мероприятие", "Срок"), List.of("Мотивация", "Олимпиада", "по графику ФЦТ"),
            List.of("Дефицит педагогических кадров", "", "15.04.2021")));
        ReadProgramme.Row first = table.rows().get(0);
        assertThat(first.unclear()).containsExactly(Question.of("schoolyear.programme.unclear.direction", 2, "Направление", "Мотивация"),
            Question.of("schoolyear.programme.unclear.dates", 2, "Срок", "по графику ФЦТ"));
        assertThat(first.text().direction()).isNull();
        assertThat(first.text().directionWords()).isEqualTo("Мотивация");
        assertThat(first.text().dateWords()).isEqualTo("по графику ФЦТ");
        assertThat(table.rows().get(1).unclear()).containsExactly(Question.of("schoolyear.programme.unclear.measure", 3, "Мероприятие"));
    }

    @Test
    void aLineAcrossTheTableNamesTheDirectionOfTheRowsBelow() {
        String risk = "Рисковое направление 1. Низкая учебная мотивация обучающихся";
        String task = "Задача: поднять интерес к предметам";
        ReadProgramme.Table table = only(read(List.of("Мероприятие", "Срок", "Показатель"), List.of(risk, risk, risk), List.of(task, task, task),
            List.of("Олимпиада", "15.04.2021", "60%"), List.of("Прочее", "Прочее", "Прочее"), List.of("Совещание", "16.04.2021", "1")));
        assertThat(table.rows()).extracting(row -> row.text().direction()).containsExactly("motivation", null);
        assertThat(table.rows()).extracting(row -> row.text().task()).containsExactly("поднять интерес к предметам", "");
        assertThat(table.notes()).contains(Question.of("schoolyear.programme.unclear.line", 5, "Прочее"));
    }

    @Test
    void numberedColumnsRepeatedHeadingsAndOtherTablesAreNoMeasures() {
        RawTable people = new RawTable("Рабочая группа", List.of(List.of("ФИО", "Должность"), List.of("Тестова А. П.", "Директор")));
        List<String> headings = List.of("№", "Мероприятие", "Срок");
        RawTable programme = new RawTable("", List.of(List.of("", "Утверждаю", ""), headings, List.of("1", "2", "3"), List.of("1", "Олимпиада", "15.04.2021"),
            headings, List.of("2", "Курсы", "16.04.2021"), List.of("", "", "")));
        ReadProgramme read = reading.read(List.of(people, programme), Map.of());
        assertThat(read.rows()).extracting(row -> row.text().measure()).containsExactly("Олимпиада", "Курсы");
        assertThat(read.rows()).extracting(ReadProgramme.Row::number).as("as counted from the row of headings").containsExactly(3, 5);
    }

    @SafeVarargs
    private ReadProgramme read(List<String>... rows) {
        return reading.read(List.of(new RawTable("", List.of(rows))), Map.of());
    }

    private static ReadProgramme.Table only(ReadProgramme read) {
        assertThat(read.tables()).hasSize(1);
        return read.tables().get(0);
    }

    private static List<String> codes(List<Question> questions) {
        return questions.stream().map(Question::code).toList();
    }
}
