package ru.marshrut.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ru.marshrut.roadmap.reading.Column;
import ru.marshrut.roadmap.reading.ReadRow;

/** Whatever a page can name has its words. */
class WordsForUsersTest {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle("messages.roadmap", Locale.ROOT);

    @ParameterizedTest
    @MethodSource
    void areThere(String key) {
        assertThat(WORDS.containsKey(key)).isTrue();
        assertThat(WORDS.getString(key)).isNotBlank().doesNotContainPattern("[A-Za-z]");
    }

    static Stream<String> areThere() {
        return Stream.of(
                keys("evidence", Evidence.values()), keys("population", Population.values()), keys("outcome", OutcomeKind.values()),
                keys("kind", IndicatorKind.values()), keys("level", MapLevel.values()), keys("state", Measure.State.values()),
                keys("column", Column.values()), keys("field", ReadRow.Field.values()),
                Arrays.stream(Population.values()).map(population -> "roadmap.population." + population + ".of"))
            .flatMap(keys -> keys);
    }

    private static Stream<String> keys(String kind, Enum<?>[] constants) {
        return Arrays.stream(constants).map(constant -> "roadmap." + kind + "." + constant.name());
    }
}
