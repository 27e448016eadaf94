package ru.marshrut.expertise.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ru.marshrut.expertise.SchoolCheck;
import ru.marshrut.expertise.SchoolScore;
import ru.marshrut.expertise.SchoolScore.Origin;
import ru.marshrut.expertise.Score;

class ComparisonTest {

    private static final long SCHOOL = 7;
    private static final long PROGRAMME = 1;
    private static final long TASKS = 2;
    private static final Map<Long, Integer> NOBODY = Map.of();

    @Test
    void oneExpertDecidesAlone() {
        Comparison alone = new Comparison(Map.of(PROGRAMME, 2, TASKS, 0), NOBODY, NOBODY, 0);

        assertThat(alone.isDisputed()).isFalse();
        assertThat(settled(alone)).containsExactly(score(PROGRAMME, 2, Origin.ONE), score(TASKS, 0, Origin.ONE));
    }

    @Test
    void twoWhoAgreeAreTakenAtTheirWord() {
        assertThat(settled(two(Map.of(PROGRAMME, 3, TASKS, 0), Map.of(PROGRAMME, 3, TASKS, 0), 0)))
            .containsExactly(score(PROGRAMME, 3, Origin.AGREED), score(TASKS, 0, Origin.AGREED));
    }

    @Test
    void theMeanIsRoundedUpInTheSchoolsFavour() {
        assertThat(settled(two(Map.of(PROGRAMME, 2, TASKS, 0), Map.of(PROGRAMME, 3, TASKS, 1), 1)))
            .containsExactly(score(PROGRAMME, 3, Origin.MEAN), score(TASKS, 1, Origin.MEAN));
        assertThat(settled(two(Map.of(PROGRAMME, 3, TASKS, 2), Map.of(PROGRAMME, 1, TASKS, 0), 2)))
            .as("an even difference needs no rounding").containsExactly(score(PROGRAMME, 2, Origin.MEAN), score(TASKS, 1, Origin.MEAN));
    }

    @Test
    void aDifferenceOfTheStepIsNoDispute() {
        Comparison atTheStep = two(Map.of(PROGRAMME, 3, TASKS, 2), Map.of(PROGRAMME, 2, TASKS, 1), 1);

        assertThat(atTheStep.isDisputed()).isFalse();
        assertThat(atTheStep.isInDispute(PROGRAMME)).isFalse();
    }

    @Test
    void aLargerDifferenceIsDisputedInThatCriterionAlone() {
        Comparison above = two(Map.of(PROGRAMME, 3, TASKS, 1), Map.of(PROGRAMME, 1, TASKS, 2), 1);

        assertThat(above.isDisputed()).isTrue();
        assertThat(above.isInDispute(PROGRAMME)).isTrue();
        assertThat(above.isInDispute(TASKS)).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> settled(above)).withMessageContaining("criterion 1");
    }

    @Test
    void withAStepOfZeroEveryDifferenceIsDisputed() {
        assertThat(two(Map.of(PROGRAMME, 3, TASKS, 1), Map.of(PROGRAMME, 3, TASKS, 2), 0).isDisputed()).isTrue();
    }

    @Test
    void theThirdDecidesWhatIsDisputedAndNothingElse() {
        Comparison decided = new Comparison(Map.of(PROGRAMME, 3, TASKS, 1), Map.of(PROGRAMME, 0, TASKS, 2), Map.of(PROGRAMME, 1), 1);

        assertThat(decided.isDisputed()).isFalse();
        assertThat(settled(decided)).containsExactly(score(PROGRAMME, 1, Origin.THIRD), score(TASKS, 2, Origin.MEAN));
    }

    @Test
    void aDisputeThatVanishesAfterAReturnLeavesTheThirdOutOfIt() {
        Comparison again = new Comparison(Map.of(PROGRAMME, 3, TASKS, 1), Map.of(PROGRAMME, 2, TASKS, 1), Map.of(PROGRAMME, 0), 1);

        assertThat(again.isDisputed()).isFalse();
        assertThat(settled(again)).containsExactly(score(PROGRAMME, 3, Origin.MEAN), score(TASKS, 1, Origin.AGREED));
    }

    @Test
    void aDisputeThatAppearsAfterAReturnIsNotDecidedByWhatTheThirdSaidOfAnother() {
        Comparison again = new Comparison(Map.of(PROGRAMME, 3, TASKS, 2), Map.of(PROGRAMME, 0, TASKS, 0), Map.of(PROGRAMME, 1), 1);

        assertThat(again.isDisputed()).isTrue();
        assertThat(again.isInDispute(TASKS)).isTrue();
    }

    @Test
    void anOpenCheckSaysNothing() {
        List<SchoolCheck> checks = List.of(check(1, Instant.EPOCH), check(2, null));
        Comparison comparison = Comparison.of(checks, Map.of(1L, List.of(given(3)), 2L, List.of(given(0))), 1);

        assertThat(comparison.second()).isEmpty();
        assertThat(comparison.isDisputed()).isFalse();
    }

    @Test
    void aCriterionThatTheSecondLeftOutIsNotDecided() {
        assertThatIllegalStateException().isThrownBy(() -> settled(two(Map.of(PROGRAMME, 3, TASKS, 2), Map.of(PROGRAMME, 3), 1)));
    }

    private static Comparison two(Map<Long, Integer> first, Map<Long, Integer> second, int step) {
        return new Comparison(first, second, NOBODY, step);
    }

    private static List<SchoolScore> settled(Comparison comparison) {
        return comparison.settled(SCHOOL, List.of(PROGRAMME, TASKS));
    }

    private static SchoolScore score(long criterion, int points, Origin origin) {
        return new SchoolScore(SCHOOL, criterion, points, origin);
    }

    private static SchoolCheck check(int number, Instant doneAt) {
        return new SchoolCheck(number, SCHOOL, number, 100L + number, LocalDate.of(2022, 11, 21), doneAt, null);
    }

    private static Score given(int points) {
        return new Score(PROGRAMME, points, "", null, null);
    }
}
