package ru.marshrut.roadmap.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import ru.marshrut.roadmap.MapLevel;
import ru.marshrut.shared.Refusal;

/** No text, however torn, breaks the reading: it is read or refused, and every question has its words. */
class AnyTextTest {

    private static final List<String> SCRAPS = List.of("\t", "\t", "\t", "\n", "\n", "\r\n", "\n\n", "\"", "\"\n", "№", "Мероприятия", "Срок",
        "Ответственный", "Описание", "1.", "2", "1.1.", "15.03.2021", "01.06.-", "до 15", "апреля", "Март, сентябрь 2021", "4 квартал",
        "ежемесячно", "2 раза в месяц", "Кураторы", "100% школ прошли анкетирование", "методи-", "ческой", "I. Раздел", "\u00A0", "\u00AD",
        "\uFEFF", "(", "«", "-", "99.99.9999", "31.02.2021", "с 10.03 по", "%", "\u0000", "{0}", "'");

    @RepeatedTest(300)
    void isReadOrRefused(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "№\tМероприятия\tСрок\tРезультат\n" : "");
        for (int i = random.nextInt(200); i >= 0; i--) {
            text.append(SCRAPS.get(random.nextInt(SCRAPS.size()))).append(random.nextInt(3) == 0 ? " " : "");
        }
        try {
            for (ReadTable table : Reader.read(text.toString(), ReadingContext.of(2021, MapLevel.REGIONAL))) {
                table.questions().forEach(question -> assertThat(Reader.inRussian(question)).isNotBlank());
                for (ReadRow row : table.rows()) {
                    row.decisions().forEach(decision -> assertThat(Reader.inRussian(decision.question())).isNotBlank());
                    row.notes().forEach(note -> assertThat(Reader.inRussian(note)).isNotBlank());
                    assertThat(row.words()).hasSize(ReadRow.Field.values().length);
                }
            }
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isEqualTo("roadmap.reading.noTableInText");
        }
    }
}
