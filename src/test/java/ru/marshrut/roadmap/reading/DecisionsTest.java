package ru.marshrut.roadmap.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ru.marshrut.calendar.Precision;
import ru.marshrut.calendar.Window;
import ru.marshrut.roadmap.Evidence;
import ru.marshrut.roadmap.MapLevel;
import ru.marshrut.roadmap.reading.ReadRow.Field;
import ru.marshrut.territory.Role;

/** What a row asks to be decided and to be noticed, and how corrections answer it. */
class DecisionsTest {

    private static final ReadingContext CONTEXT = ReadingContext.of(2021, MapLevel.REGIONAL);

    @Test
    void ratesInTitlesThatTheDateColumnDoesNotStateAreAskedWithBothWords() {
        assertThat(decisions(row(Seeds.OF_003, 15))).containsExactly("В названии сказано «еженедельных», а в графе срока («10.03.- 02.04.2021») "
            + "частоты нет. Подтвердите, что мероприятие повторяется, или уберите повторение.");
        assertThat(decisions(row(Seeds.OF_003, 21)).get(0)).contains("«еженедельных»", "«02.04.- 15.05.2021»");
        assertThat(decisions(row(Seeds.OF_003, 24)).get(0)).contains("«2 раза в месяц»", "«15.08.- 15.11.2021»");
        assertThat(decisions(rowCalled(Seeds.OF_001, "Проведение ежемесячных")).get(0)).contains("«ежемесячных»", "«4 квартал»");
    }

    @Test
    void aRateInTheTitleAgainstAnotherInTheResultIsAskedWithBothWords() {
        assertThat(decisions(row(Seeds.OF_003, 30))).containsExactly("В названии сказано «Ежедневное», а в ожидаемом результате — "
            + "«не менее 2-х публикаций в неделю». Выберите, как часто повторяется мероприятие.");
    }

    @Test
    void datesInTheTitleThatDisagreeWithTheDateColumnAreAskedWithBothWords() {
        assertThat(decisions(rowCalled(Seeds.OF_004, "Еженедельные"))).contains(
            "В названии сказано «с 10.03 по 02.04», а в графе срока — «15.03.2021 г.». Выберите, какой срок верен.");
    }

    @Test
    void aResultThatComesLaterIsNoted() {
        assertThat(notes(row(Seeds.OF_003, 6))).containsExactly("Ожидаемый результат называет более позднюю дату: «до 22.03.2021» "
            + "(в графе срока — «январь- февраль 2021»).");
        assertThat(notes(row(Seeds.OF_003, 26))).as("«на дату мониторинга 20.09.2021» is its last day").isEmpty();
    }

    @Test
    void aRowOutOfTheOrderOfDatesAndADescriptionThatContradictsItsTitleAreNoted() {
        assertThat(notes(rowCalled(Seeds.OF_004, "Размещение концептуальных")).get(0)).startsWith("Срок (30.04.2021) раньше, чем в строке выше");
        assertThat(notes(rowCalled(Seeds.OF_004, "Первый этап мониторинга")))
            .contains("Описание почти повторяет описание строки «Мониторинг 1 этап» (30.05.2021 г.), а название говорит о другом. Загружено как в источнике.");
        assertThat(rows(Seeds.OF_004).stream().filter(row -> !row.notes().isEmpty())).hasSize(2);
        assertThat(rows(Seeds.OF_002).stream().filter(row -> !row.notes().isEmpty())).as("only row 15, which was cut").hasSize(1);
    }

    @Test
    void numbersThatRepeatLackOrJumpAreNoted() {
        List<ReadRow> rows = rows("1.\tСбор заявок\tМай\n1.\tОтбор школ\tМай\n\tПосещение школ\tИюнь\n5.\tПодведение итогов\tИюль\n", CONTEXT);

        assertThat(rows).extracting(DecisionsTest::notes).containsExactly(List.of(), List.of("Номер 1 уже стоит у другой строки."),
            List.of("У строки нет номера, хотя другие строки таблицы пронумерованы."),
            List.of("Номер 5 стоит сразу после номера 1: проверьте, не пропущена ли строка."));
    }

    @Test
    void aRowWithoutADateTakesItFromTheTitleOrAsks() {
        List<ReadRow> rows = rows("1\tСбор заявок до 5 марта 2021 г.\t\n2\tПодведение итогов\t\n3\t\tМай\n4\tОтчёт\tпо графику ФЦТ\n", CONTEXT);

        assertThat(decisions(rows.get(0))).containsExactly("В графе срока его нет, а в названии сказано «до 5 марта 2021 г». Подтвердите этот срок или укажите другой.");
        assertThat(rows.get(0).content().windows()).containsExactly(new Window(null, LocalDate.of(2021, 3, 5), Precision.DAY));
        assertThat(decisions(rows.get(1))).containsExactly("В строке нет срока. Укажите его.");
        assertThat(rows.get(2).decisions()).extracting(ReadRow.Decision::field).containsExactly(Field.TITLE);
        assertThat(rows.get(3).decisions()).extracting(ReadRow.Decision::field).containsOnly(Field.WINDOWS);
        assertThat(rows.get(3).content().windows()).isEmpty();
    }

    @Test
    void aCorrectionHoldsAsLongAsTheWordsAreTheSame() {
        ReadRow asked = rowCalled(Seeds.OF_004, "Еженедельные");
        List<Window> weeks = List.of(new Window(LocalDate.of(2021, 3, 10), LocalDate.of(2021, 4, 2), Precision.DAY));
        Correction windows = new Correction(asked.key(), Field.WINDOWS, asked.words().get(Field.WINDOWS), value(weeks, null));
        Correction once = new Correction(asked.key(), Field.RECURRENCE, asked.words().get(Field.RECURRENCE), value(List.of(), null));

        ReadRow corrected = corrected(Seeds.OF_004.text(), windows, once);
        assertThat(corrected.decisions()).isEmpty();
        assertThat(corrected.content().windows()).isEqualTo(weeks);
        assertThat(corrected.content().recurrence()).isNull();

        ReadRow changed = corrected(Seeds.OF_004.text().replace("15.03.2021 г.", "16.03.2021 г."), windows, once);
        assertThat(changed.decisions()).extracting(ReadRow.Decision::field).containsExactly(Field.WINDOWS, Field.RECURRENCE);
        assertThat(changed.content().windows()).containsExactly(Window.day(LocalDate.of(2021, 3, 16)));
    }

    @Test
    void everyFieldCanBeCorrected() {
        String text = "1\tСбор заявок\tМай\tКомиссия\tЗаявки собраны\n";
        String heading = "№\tМероприятия\tСрок\tОтветственный\tРезультат\n";
        ReadRow read = Reader.read(heading + text, CONTEXT).get(0).rows().get(0);
        assertThat(read.decisions()).extracting(ReadRow.Decision::field).contains(Field.ROLES);
        Correction.Value value = new Correction.Value("Приём заявок", List.of(Window.day(LocalDate.of(2021, 5, 4))), null, Set.of(Role.CURATOR),
            Evidence.LOG, null, List.of());
        List<Correction> all = read.words().keySet().stream().map(field -> new Correction(read.key(), field, read.words().get(field), value)).toList();
        assertThat(all).hasSize(Field.values().length);

        ReadRow row = Reader.read(heading + text, with(null, all)).get(0).rows().get(0);

        assertThat(row.key()).isEqualTo(read.key());
        assertThat(row.decisions()).isEmpty();
        assertThat(row.content().title()).isEqualTo("Приём заявок");
        assertThat(row.content().windows()).isEqualTo(value.windows());
        assertThat(row.content().roles()).containsExactly(Role.CURATOR);
        assertThat(row.content().evidence()).isEqualTo(Evidence.LOG);
        assertThat(row.content().indicators()).isEmpty();
    }

    @Test
    void rolesOfATableWithoutSuchAColumnAreConfirmedOnceForTheWholeTable() {
        List<ReadTable> proposed = Reader.read(Seeds.OF_003.text(), CONTEXT);
        assertThat(proposed.get(0).questions()).extracting(question -> question.code()).containsExactly("roadmap.reading.rolesProposed");

        List<ReadTable> confirmed = Reader.read(Seeds.OF_003.text(), with(Set.of(Role.OBSERVER), List.of()));

        assertThat(confirmed.get(0).questions()).isEmpty();
        assertThat(confirmed.get(0).rows().get(4).content().roles()).as("the row names the schools").containsExactly(Role.SCHOOL_COORDINATOR);
        assertThat(confirmed.get(0).rows().get(0).content().roles()).as("the row names nobody").containsExactly(Role.OBSERVER);
    }

    @Test
    void equalRowsHaveDifferentKeysThatStayTheSame() {
        assertThat(rows(Seeds.OF_004)).extracting(ReadRow::key).doesNotHaveDuplicates();
        assertThat(rows(Seeds.OF_004)).extracting(ReadRow::key).isEqualTo(rows(Seeds.OF_004).stream().map(ReadRow::key).toList());
        assertThat(rows(Seeds.OF_002).get(7).key()).isEqualTo("8|экспертиза документов");
    }

    private static ReadRow corrected(String text, Correction... corrections) {
        return Reader.read(text, with(null, List.of(corrections))).get(0).rows().stream()
            .filter(row -> row.content().title().startsWith("Еженедельные")).findFirst().orElseThrow();
    }

    private static Correction.Value value(List<Window> windows, Set<Role> roles) {
        return new Correction.Value(null, windows, null, roles, null, null, null);
    }

    private static ReadingContext with(Set<Role> wholeTable, List<Correction> corrections) {
        return new ReadingContext(2021, MapLevel.REGIONAL, Map.of(), wholeTable, corrections);
    }

    private static List<ReadRow> rows(Seeds seed) {
        return Reader.read(seed.text(), seed.context()).stream().flatMap(table -> table.rows().stream()).toList();
    }

    private static List<ReadRow> rows(String lines, ReadingContext context) {
        return Reader.read("№\tМероприятия\tСрок\n" + lines, context).get(0).rows();
    }

    private static ReadRow row(Seeds seed, int number) {
        return rows(seed).get(number - 1);
    }

    private static ReadRow rowCalled(Seeds seed, String title) {
        return rows(seed).stream().filter(row -> row.content().title().startsWith(title)).findFirst().orElseThrow();
    }

    private static List<String> decisions(ReadRow row) {
        return row.decisions().stream().map(decision -> Reader.inRussian(decision.question())).toList();
    }

    private static List<String> notes(ReadRow row) {
        return row.notes().stream().map(Reader::inRussian).toList();
    }
}
