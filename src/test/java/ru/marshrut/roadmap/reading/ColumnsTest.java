package ru.marshrut.roadmap.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.marshrut.roadmap.reading.Column.DATES;
import static ru.marshrut.roadmap.reading.Column.IGNORED;
import static ru.marshrut.roadmap.reading.Column.NUMBER;
import static ru.marshrut.roadmap.reading.Column.RESPONSIBLE;
import static ru.marshrut.roadmap.reading.Column.RESULT;
import static ru.marshrut.roadmap.reading.Column.TITLE;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.marshrut.roadmap.MapLevel;

/** What a column holds: by its heading, else by what stands in it, else by hand. */
class ColumnsTest {

    private static final ReadingContext CONTEXT = ReadingContext.of(2021, MapLevel.REGIONAL);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "№ п/п; Наименование мероприятий/мер; Ответственные исполнители; Сроки реализации; Ожидаемый результат | NUMBER TITLE RESPONSIBLE DATES RESULT",
        "№ пп; Описание действий; Дата реализации; Региональный показатель реализации | NUMBER TITLE DATES RESULT",
        "Дата; Название мероприятия; Описание | DATES TITLE RESULT",
        "Мероприятия; Срок | TITLE DATES",
        "Описание; Дата | TITLE DATES",
        "№; Содержание деятельности; Период; Исполнитель; Показатели | NUMBER TITLE DATES RESPONSIBLE RESULT",
        "Ответственный; Сроки исполнения; Мероприятие; №; Результат | RESPONSIBLE DATES TITLE NUMBER RESULT",
        "№; Направление; Мероприятия; Срок; Отметка об исполнении | NUMBER IGNORED TITLE DATES IGNORED",
        "**Мероприятия**; **Срок:** | TITLE DATES",
        "Целевой показатель; Основные мероприятия; Планируемый срок; Ф.И.О. ответственного | RESULT TITLE DATES RESPONSIBLE",
        "№; Мероприятие; Дата начала; Дата окончания | NUMBER TITLE DATES DATES"})
    void headingsSayWhatColumnsHold(String headings, String columns) {
        List<String> cells = Arrays.asList(headings.split("; "));

        ReadTable table = table(String.join("\t", cells) + "\n" + String.join("\t", List.of("один", "два", "три", "четыре", "пять").subList(0, cells.size())) + "\n", CONTEXT);

        assertThat(table.columns()).containsExactlyElementsOf(Arrays.stream(columns.split(" ")).map(Column::valueOf).toList());
        assertThat(questions(table)).doesNotContain("roadmap.reading.titleInferred", "roadmap.reading.datesInferred", "roadmap.reading.columnTwice");
    }

    @Test
    void beginAndEndInTwoColumnsAreOneWindow() {
        ReadTable table = table("Мероприятие\tНачало\tОкончание\nПосещение школ\t01.03.2021\t10.03.2021\nОтчёт\t\t01.04.2021\n", CONTEXT);

        assertThat(RowInWords.of(List.of(table), List.of())).endsWith("- | Посещение школ | 2021-03-01/2021-03-10 DAY | - | -",
            "- | Отчёт | /2021-04-01 DAY | - | -");
    }

    @Test
    void withoutHeadingsTheContentsDecide() {
        ReadTable table = table("""
            1.\tдо 5 марта\tСбор заявок от школ
            2.\tАпрель\tПроведение вебинаров для кураторов
            3.\t15.05.2021\tПодведение итогов
            """, CONTEXT);

        assertThat(table.columns()).containsExactly(NUMBER, DATES, TITLE);
        assertThat(questions(table)).containsExactly("roadmap.reading.rolesProposed");
    }

    @Test
    void daysWithoutAYearAreNoNumbers() {
        assertThat(table("15.03\tСбор заявок от школ\n20.04\tПроведение вебинаров\n", CONTEXT).columns()).containsExactly(DATES, TITLE);
    }

    @Test
    void whatTheContentsLeaveOpenIsAsked() {
        ReadTable table = table("""
            Сбор заявок\tдо 5 марта\tЗаявки собраны
            Вебинары\tАпрель\tВебинары проведены
            """, CONTEXT);

        assertThat(table.columns()).containsExactly(TITLE, DATES, RESULT);
        assertThat(questions(table)).contains("roadmap.reading.titleInferred");
        assertThat(Reader.inRussian(table.questions().get(0))).contains("столбец № 1");
    }

    @Test
    void anUnknownHeadingOverDatesIsAsked() {
        ReadTable table = table("№\tМероприятия\tКалендарь\n1\tСбор заявок\tдо 5 марта\n2\tВебинары\tАпрель\n", CONTEXT);

        assertThat(table.columns()).containsExactly(NUMBER, TITLE, DATES);
        assertThat(Reader.inRussian(table.questions().get(0))).contains("«Календарь»");
    }

    @Test
    void twoColumnsOfTheSameMeaningAreAsked() {
        ReadTable table = table("Мероприятия\tДата проведения\tСрок отчёта\nСбор заявок\tМай\tИюнь\n", CONTEXT);

        assertThat(table.columns()).containsExactly(TITLE, DATES, IGNORED);
        assertThat(questions(table)).contains("roadmap.reading.columnTwice");
    }

    @Test
    void columnsChosenByHandHold() {
        String text = "Сбор заявок\tдо 5 марта\tКураторы\nВебинары\tАпрель\tКураторы\n";

        ReadTable table = table(text, new ReadingContext(2021, MapLevel.REGIONAL, Map.of(0, List.of(TITLE, DATES, RESPONSIBLE)), null, List.of()));

        assertThat(table.columns()).containsExactly(TITLE, DATES, RESPONSIBLE);
        assertThat(table.questions()).isEmpty();
        assertThat(table.rows().get(0).content().responsibleWords()).isEqualTo("Кураторы");
    }

    @Test
    void aTableWithoutDatesIsNoRoadMap() {
        assertThat(Reader.read("№\tШкола\tКуратор\n1\tВымышленная школа № 1\tТестова Анна Примеровна\n", CONTEXT)).isEmpty();
    }

    private static ReadTable table(String text, ReadingContext context) {
        List<ReadTable> tables = Reader.read(text, context);
        assertThat(tables).hasSize(1);
        return tables.get(0);
    }

    private static List<String> questions(ReadTable table) {
        return table.questions().stream().map(question -> question.code()).toList();
    }
}
