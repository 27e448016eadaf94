package ru.marshrut.peerreview.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.marshrut.peerreview.pairing.RoundFixture.aRoundOf;

import java.util.List;

import org.junit.jupiter.api.Test;

/** A round that cannot be paired is answered with the schools and the rules that collide. */
class PairingCollisionsTest {

    private static String words(RoundFixture round) {
        List<Collision> collisions = round.collisions();
        assertThat(collisions).hasSize(1);
        return InWords.of(collisions.get(0).statement());
    }

    private static List<String> rules(RoundFixture round) {
        return InWords.of(round.collisions().get(0).rules());
    }

    @Test
    void aRoundNeedsTwoSchools() {
        assertThat(words(aRoundOf(0))).endsWith("в раунде школ: 0");
        assertThat(words(aRoundOf(1))).endsWith("в раунде школ: 1");
    }

    @Test
    void aSchoolWithoutAnyPartnerIsNamedWithAllThatForbidsItsPartners() {
        RoundFixture round = aRoundOf(6).curatorHolds(100, 1, 2).conflict(1, 3, "родственники").forbidden(1, 4)
                .fixed(5L, 6L);

        assertThat(words(round)).isEqualTo("для школы «Школа 1» нет ни одного допустимого партнёра");
        assertThat(rules(round)).containsExactly(
                "у школ «Школа 1», «Школа 2» один куратор: Куратор 100",
                "между школами «Школа 1» и «Школа 3» заявлен конфликт интересов: родственники",
                "координатор запретил пару «Школа 1» и «Школа 4»",
                "школы «Школа 5», «Школа 6» закреплены в одном круге и другим школам недоступны");
        assertThat(round.collisions().get(0).schools()).containsExactly(1L);
    }

    @Test
    void moreSchoolsOfOneCuratorThanOthers() {
        RoundFixture round = aRoundOf(8).curatorHolds(100, 1, 2, 3, 4, 5);

        assertThat(words(round)).isEqualTo("школы «Школа 1», «Школа 2», «Школа 3», «Школа 4», «Школа 5» не могут быть "
                + "в паре между собой, а другие допустимые партнёры для них — только «Школа 6», «Школа 7», «Школа 8»: "
                + "партнёров не хватает");
        assertThat(rules(round)).containsExactly("у школ «Школа 1», «Школа 2», «Школа 3», «Школа 4», «Школа 5» один "
                + "куратор: Куратор 100");
    }

    @Test
    void anOddCountWithMoreSchoolsOfOneCuratorThanCircles() {
        assertThat(words(aRoundOf(5).curatorHolds(100, 1, 2, 3)))
                .startsWith("число школ нечётное, без пары остаётся одна из школ «Школа 1», «Школа 2», «Школа 3»");
        assertThat(words(aRoundOf(5).curatorHolds(100, 1, 2, 3, 4))).contains("только «Школа 5»");
    }

    @Test
    void oddGroupsThatMayNotMix() {
        RoundFixture round = aRoundOf(6);
        for (int one = 1; one <= 3; one++) {
            for (int other = 4; other <= 6; other++) {
                round.forbidden(one, other);
            }
        }

        assertThat(words(round)).endsWith("«Школа 1», «Школа 2», «Школа 3»; «Школа 4», «Школа 5», «Школа 6»");
        assertThat(rules(round)).hasSize(9);
    }

    @Test
    void noCircleOfThree() {
        RoundFixture round = aRoundOf(3).forbidden(1, 3);

        assertThat(words(round)).isEqualTo("число школ нечётное, без пары остаётся одна из школ «Школа 1», «Школа 3», "
                + "а присоединить её ни к одному кругу нельзя");
        assertThat(rules(round)).containsExactly("координатор запретил пару «Школа 1» и «Школа 3»");
    }

    @Test
    void aLargeRoundWithOneCuratorTooManyIsExplainedWithoutTryingAllDivisions() {
        RoundFixture round = aRoundOf(101);
        long[] held = new long[51];
        for (int i = 0; i < held.length; i++) {
            held[i] = i + 1;
        }

        assertThat(round.curatorHolds(100, held).collisions()).hasSize(1);
    }

    @Test
    void aFixedCircleThatBreaksAHardRule() {
        RoundFixture round = aRoundOf(4).fixed(1L, 2L).curatorHolds(100, 1, 2);

        assertThat(words(round)).isEqualTo(
                "закреплённый круг «Школа 1», «Школа 2» нарушает обязательное правило: снимите закрепление");
        assertThat(rules(round)).containsExactly("у школ «Школа 1», «Школа 2» один куратор: Куратор 100");
        assertThat(rules(aRoundOf(4).fixed(1L, 2L).forbidden(1, 2)))
                .containsExactly("координатор запретил пару «Школа 1» и «Школа 2»");
    }

    @Test
    void fixedCirclesThatCannotBeCircles() {
        assertThat(words(aRoundOf(4).fixed(1L, 2L).fixed(2L, 3L))).startsWith("школа «Школа 2» закреплена в нескольких");
        assertThat(words(aRoundOf(4).fixed(1L, 9L))).contains("с номером 9");
        assertThat(words(aRoundOf(4).fixed(1L))).contains("указано 1: «Школа 1»");
        assertThat(words(aRoundOf(4).fixed(1L, 2L, 3L))).contains("число школ чётное (4)");
        assertThat(words(aRoundOf(7).fixed(1L, 2L, 3L).fixed(4L, 5L, 6L))).contains("несколько кругов из трёх");
    }
}
