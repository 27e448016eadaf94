package ru.marshrut.peerreview.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.marshrut.peerreview.pairing.RoundFixture.aRoundOf;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

class CirclesByHandTest {

    @SafeVarargs
    private static List<String> violations(RoundFixture round, List<Long>... circles) {
        return InWords.of(round.pairing().check(List.of(circles)).violations().stream().map(Violation::rule).toList());
    }

    @Test
    void soundCirclesCanBeApprovedAndShowTheirReasonsAndCosts() {
        CheckedCircles checked = aRoundOf(4).pairing().check(List.of(List.of(1L, 4L), List.of(3L, 2L)));

        assertThat(checked.canBeApproved()).isTrue();
        assertThat(checked.circles()).extracting(Circle::schoolIds)
                .containsExactly(List.of(1L, 4L), List.of(3L, 2L));
        assertThat(checked.cost()).isEqualTo(new Cost(0, 0, 0, 4));
        assertThat(checked.circles()).flatExtracting(Circle::relations).flatExtracting(Relation::reasons).hasSize(4);
    }

    @Test
    void everySchoolIsInOneCircle() {
        assertThat(violations(aRoundOf(4), List.of(1L, 2L), List.of(2L, 9L))).containsExactly(
                "школа «Школа 2» указана больше одного раза: оставьте её в одном круге",
                "школа «Школа 3» не входит ни в один круг: добавьте её",
                "школа «Школа 4» не входит ни в один круг: добавьте её",
                "школа с номером 9 не участвует в этом раунде: уберите её из круга");
    }

    @Test
    void circlesHaveTwoSchoolsAndOneOfAnOddCountHasThree() {
        assertThat(violations(aRoundOf(4), List.of(1L, 2L, 3L), List.of(4L))).containsExactly(
                "в круге указано школ: 1 («Школа 4»); в круге должно быть две школы, при нечётном числе школ в одном "
                        + "круге — три",
                "число школ чётное (4), круг из трёх школ не нужен: «Школа 1», «Школа 2», «Школа 3»");
        assertThat(violations(aRoundOf(9), List.of(1L, 2L, 3L), List.of(4L, 5L, 6L), List.of(7L, 8L, 9L)))
                .singleElement().asString().startsWith("кругов из трёх школ больше одного");
        assertThat(violations(aRoundOf(5), List.of(1L, 2L, 3L), List.of(4L, 5L))).isEmpty();
    }

    @Test
    void hardRulesHoldForEveryTwoOfACircle() {
        RoundFixture round = aRoundOf(3).curatorHolds(100, 1, 3).conflict(1, 2, "родственники").forbidden(2, 3);

        assertThat(violations(round, List.of(1L, 2L, 3L))).containsExactly(
                "между школами «Школа 1» и «Школа 2» заявлен конфликт интересов: родственники",
                "у школ «Школа 1», «Школа 3» один куратор: Куратор 100",
                "координатор запретил пару «Школа 2» и «Школа 3»");
    }

    @Test
    void aFixedCircleIsNotTornApart() {
        assertThat(violations(aRoundOf(4).fixed(1L, 2L), List.of(1L, 3L), List.of(2L, 4L))).containsExactly(
                "закреплённый круг разорван: «Школа 1», «Школа 2»; верните его или снимите закрепление");
    }

    @Test
    void lastYearsPartnersAreRefusedWhereTheyCanBeAvoided() {
        RoundFixture round = aRoundOf(4).partnersLastYear(1, 2);

        assertThat(violations(round, List.of(1L, 2L), List.of(3L, 4L))).containsExactly(
                "школы «Школа 1» и «Школа 2» были партнёрами в прошлом году, а без повторов обойтись можно: разведите "
                        + "их или закрепите пару");
        assertThat(violations(round.fixed(1L, 2L), List.of(1L, 2L), List.of(3L, 4L))).isEmpty();
        assertThat(violations(aRoundOf(2).partnersLastYear(1, 2), List.of(1L, 2L))).isEmpty();
    }

    @Test
    void anOrphanFindsAnotherOrphanFirstThenTheCheapestCircle() {
        Pairing pairing = aRoundOf(8).curatorHolds(100, 1, 5).partnersLastYear(1, 3).pairing();

        Replacements places = pairing.replacementsFor(1,
                List.of(List.of(2L, 8L), List.of(3L, 4L), List.of(5L, 6L)), Set.of(1L, 7L));

        assertThat(places.ranked()).extracting(place -> place.circle().schoolIds())
                .containsExactly(List.of(1L, 7L), List.of(2L, 8L, 1L), List.of(3L, 4L, 1L));
        assertThat(InWords.of(places.ranked().get(0).circle().reasons()))
                .containsExactly("обе школы остались без партнёра");
        assertThat(InWords.of(places.ranked().get(1).circle().reasons())).containsExactly(
                "школа «Школа 1» осталась без партнёра и добавляется к паре; цена добавления в баллах: 4");
        assertThat(InWords.of(places.obstacles().stream().map(Violation::rule).toList()))
                .containsExactly("у школ «Школа 1», «Школа 5» один куратор: Куратор 100");
    }

    @Test
    void anOrphanDoesNotJoinACircleOfThree() {
        Replacements places = aRoundOf(4).pairing().replacementsFor(4, List.of(List.of(1L, 2L, 3L)), Set.of(4L));

        assertThat(places.ranked()).isEmpty();
    }
}
