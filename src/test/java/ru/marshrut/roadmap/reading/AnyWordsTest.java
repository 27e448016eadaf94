package ru.marshrut.roadmap.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import ru.marshrut.roadmap.MapLevel;

/** No words keep a table from being read, and whatever is asked about them has its text. */
class AnyWordsTest {

    private static final String[] PIECES = {"школ", "100", "%", "кураторов", "и", ",", ".", "\n", "\t", " ", " ", "№", "«", "(", ")", "-", "–",
        "не менее", "500+", "половина", "все", "раз", "в неделю", "99999999999", "2,5", "31.02.2021", "утверждены", "мониторинг", "1 этап",
        "разместили", "документы", "директор", "муниципальный", "региональный", "координатор", "участие", "\u0000", "😀", "ё́", "x", "٣", "²"};

    private static final ResourceBundle QUESTIONS = ResourceBundle.getBundle("messages.roadmap-words", Locale.ROOT);

    private final IndicatorWords indicators = new IndicatorWords(ReadDates.PHRASES);

    @RepeatedTest(200)
    void areRead(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String title = anyWords(random);
        String result = anyWords(random);

        RoleWords.Read roles = RoleWords.read(title);
        IndicatorWords.Read read = indicators.read(result, title, 2021);
        assertThat(Stream.concat(roles.questions().stream(), read.questions().stream()))
            .allSatisfy(question -> assertThat(QUESTIONS.containsKey(question.code())).isTrue());
        assertThat(EvidenceWords.propose(title, result, roles.roles(), read.indicators(), null).evidence()).isNotNull();
        assertThat(RoleWords.propose(MapLevel.REGIONAL, title, result).roles()).isNotEmpty();
    }

    @Test
    void nothingIsReadAsNothing() {
        assertThat(indicators.read(null, null, 2021).indicators()).isEmpty();
        assertThat(RoleWords.read(null).roles()).isEmpty();
        assertThat(RoleWords.propose(MapLevel.FEDERAL, null, null).roles()).isEmpty();
        assertThat(EvidenceWords.propose(null, null, Set.of(), List.of(), null).evidence()).isNotNull();
    }

    private static String anyWords(Random random) {
        StringBuilder words = new StringBuilder();
        for (int i = random.nextInt(25); i > 0; i--) {
            words.append(PIECES[random.nextInt(PIECES.length)]).append(random.nextBoolean() ? " " : "");
        }
        return words.toString();
    }
}
