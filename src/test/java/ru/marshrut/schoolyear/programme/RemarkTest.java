package ru.marshrut.schoolyear.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Points out what the experts of 2022 complained about (seed 001), before the programme is handed in. */
class RemarkTest {

    private static final ProgrammeText WHOLE = new ProgrammeText("motivation", "", "Повысить интерес к предметам", "Олимпиада", "60% обучающихся",
        "15.04.2021", "Завуч", "Приказ");
    private static final ProgrammeSpan DAY = new ProgrammeSpan(LocalDate.of(2021, 4, 15), LocalDate.of(2021, 4, 15), true, true);
    private static final ProgrammeSpan YEAR = new ProgrammeSpan(LocalDate.of(2021, 1, 1), LocalDate.of(2021, 12, 31), false, true);

    /** Each published remark, and a row that deserves it and no other. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        - не поставлены задачи; | NO_TASK
        - не сформулированы показатели деятельности, позволяющие оценить результат достижения задач и мероприятий; | NO_INDICATOR
        - не определены конкретные сроки реализаций мероприятий. | NO_CONCRETE_DATE
        """)
    void eachPublishedRemarkIsPointedOut(String published, Remark remark) throws IOException {
        assertThat(publishedRemarks()).contains(published);
        assertThat(Remark.of(without(remark), remark == Remark.NO_CONCRETE_DATE ? YEAR : DAY)).containsExactly(remark);
    }

    @Test
    void allRemarksOnDocumentsThatTheSeedPublishesAreKnown() throws IOException {
        assertThat(publishedRemarks()).hasSize(3);
    }

    @Test
    void aWholeRowHasNoRemarks() {
        assertThat(Remark.of(WHOLE, DAY)).isEmpty();
    }

    @Test
    void aDashIsNoTask() {
        assertThat(Remark.of(new ProgrammeText("motivation", "", "—", "Олимпиада", "60%", "15.04.2021", "Завуч", "Приказ"), DAY))
            .containsExactly(Remark.NO_TASK);
    }

    @Test
    void anEmptyRowLacksEverything() {
        assertThat(Remark.of(ProgrammeText.EMPTY, new ProgrammeSpan(null, null, false, false))).containsExactly(Remark.values());
    }

    private static ProgrammeText without(Remark remark) {
        return switch (remark) {
            case NO_TASK -> new ProgrammeText("motivation", "", "", "Олимпиада", "60% обучающихся", "15.04.2021", "Завуч", "Приказ");
            case NO_INDICATOR -> new ProgrammeText("motivation", "", "Повысить интерес", "Олимпиада", "", "15.04.2021", "Завуч", "Приказ");
            default -> new ProgrammeText("motivation", "", "Повысить интерес", "Олимпиада", "60%", "в течение года", "Завуч", "Приказ");
        };
    }

    /** The list below «Критерии содержательной экспертизы подтверждающих документов ОО». */
    private static List<String> publishedRemarks() throws IOException {
        try (InputStream seed = RemarkTest.class.getResourceAsStream("/seeds/001_61e4a64dfd845c14.txt")) {
            String text = new String(seed.readAllBytes(), StandardCharsets.UTF_8);
            String from = text.substring(text.indexOf("подтверждающих документов ОО – 2/5"));
            return from.substring(0, from.indexOf("**Выборочный мониторинг")).lines().map(String::strip).filter(line -> line.startsWith("- ")).toList();
        }
    }
}
