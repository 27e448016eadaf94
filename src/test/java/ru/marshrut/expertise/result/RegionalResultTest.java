package ru.marshrut.expertise.result;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.marshrut.expertise.result.MadeResults.PROGRAMME;
import static ru.marshrut.expertise.result.MadeResults.TASKS;
import static ru.marshrut.expertise.result.MadeResults.result;
import static ru.marshrut.expertise.result.MadeResults.school;

import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ru.marshrut.expertise.Expertise.Status;
import ru.marshrut.expertise.Part;

class RegionalResultTest {

    @Test
    void theContentPartIsTheMeanOfTheSettledSchoolsPerCriterionAndInTotal() {
        RegionalResult thirds = result(Status.RELEASING, school(1, "Район", null, 3, 2, 1, 0), school(2, "Район", null, 2, 1, 1, 2),
            school(3, "Район", null, 3, 2, 2, 1));

        assertThat(thirds.mean(PROGRAMME)).contains(new Mean(8, 3)).get().extracting(Mean::text).isEqualTo("2,67");
        assertThat(thirds.mean(TASKS)).contains(new Mean(5, 3)).get().extracting(Mean::text).isEqualTo("1,67");
        assertThat(thirds.mean()).contains(new Mean(20, 3)).get().extracting(Mean::text).isEqualTo("6,67");

        RegionalResult halves = result(Status.RELEASING, school(1, "Район", null, 3, 2, 1, 0), school(2, "Район", null, 2, 1, 1, 1));
        assertThat(halves.mean(PROGRAMME)).get().extracting(Mean::text).isEqualTo("2,50");
        assertThat(halves.mean()).get().extracting(Mean::text).isEqualTo("5,50");
    }

    @Test
    void whoIsExcludedOrNotSettledDoesNotCount() {
        RegionalResult result = result(Status.RELEASING, school(1, "Район", null, 3, 2, 2, 2), school(2, "Район", "закрыта", 0, 0, 0, 0),
            school(3, "Район", null));

        assertThat(result.mean()).contains(new Mean(9, 1));
        assertThat(result.unsettled()).extracting(SchoolPoints::name).containsExactly("Школа № 3");
        assertThat(result.excluded()).extracting(SchoolPoints::name).containsExactly("Школа № 2");
        assertThat(result.sample()).hasSize(2);
    }

    @Test
    void ofAnEmptySampleThereIsNoMean() {
        RegionalResult result = result(Status.RELEASING);

        assertThat(result.mean()).isEmpty();
        assertThat(result.mean(PROGRAMME)).isEmpty();
        assertThat(result.distribution(PROGRAMME)).isEqualTo(Map.of(0, 0, 1, 0, 2, 0, 3, 0));
    }

    @Test
    void nothingIsRescaledToTheDeclaredMaximum() {
        RegionalResult result = result(Status.RELEASED, school(1, "Район", null, 3, 2, 2, 2));
        ResultTexts texts = new ResultTexts(MadeResults.messages(), ZoneId.of("Europe/Moscow"));

        assertThat(texts.content(result)).isEqualTo("9,00 из 9 (сумма баллов 9, школ: 1)");
        assertThat(texts.incomplete(result.rubric(), Part.CONTENT)).contains("9 из 15");
        assertThat(texts.incomplete(result.rubric(), Part.ORGANISATIONAL)).isEmpty();
        assertThat(texts.organisational(result)).isEqualTo("2 из 3");
    }

    @Test
    void schoolsAreCountedByTheirPoints() {
        RegionalResult result = result(Status.RELEASING, school(1, "Район", null, 3, 2, 2, 2), school(2, "Район", null, 3, 0, 0, 0));

        assertThat(result.distribution(PROGRAMME)).isEqualTo(Map.of(0, 0, 1, 0, 2, 0, 3, 2));
        assertThat(result.distribution()).hasSize(10).containsEntry(9, 1).containsEntry(3, 1).containsEntry(5, 0);
    }

    @Test
    void aDifferenceOfMeansIsRoundedOnce() {
        assertThat(new Mean(5, 3).since(new Mean(4, 3))).isEqualTo("+0,33");
        assertThat(new Mean(1, 2).since(new Mean(1, 1))).isEqualTo("−0,50");
        assertThat(new Mean(2, 3).since(new Mean(4, 6))).isEqualTo("0,00");
        assertThat(new Mean(2, 3).since(new Mean(1, 3))).as("0.67 − 0.33 would be 0.34").isEqualTo("+0,33");
    }
}
