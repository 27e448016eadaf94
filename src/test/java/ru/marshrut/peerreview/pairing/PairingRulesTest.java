package ru.marshrut.peerreview.pairing;

import ru.marshrut.territory.Settlement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.marshrut.peerreview.pairing.RoundFixture.aRegionOf;
import static ru.marshrut.peerreview.pairing.RoundFixture.aRound;
import static ru.marshrut.peerreview.pairing.RoundFixture.aRoundOf;
import static ru.marshrut.peerreview.pairing.RoundFixture.ids;

import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import ru.marshrut.shared.Refusal;

class PairingRulesTest {

    @Test
    void schoolsWithCommonDirectionsFromOtherMunicipalitiesAndLikePlacesAreBroughtTogether() {
        Proposal proposal = aRound()
                .school(1, 1, Settlement.CITY, Set.of("direction1", "direction2"), Set.of(), Set.of())
                .school(2, 1, Settlement.CITY, Set.of("direction3"), Set.of(), Set.of())
                .school(3, 2, Settlement.CITY, Set.of("direction2", "direction1"), Set.of(), Set.of())
                .school(4, 2, Settlement.VILLAGE, Set.of("direction4"), Set.of(), Set.of())
                .proposal();

        assertThat(ids(proposal)).containsExactly(List.of(1L, 3L), List.of(2L, 4L));
        assertThat(proposal.circles().get(0).cost()).as("every preference is met").isEqualTo(Cost.NONE);
        assertThat(InWords.of(proposal.circles().get(0).relations().get(0).reasons())).containsExactly(
                "общие рисковые направления: Направление 1, Направление 2",
                "разные муниципалитеты: Район 1 и Район 2",
                "одинаковый тип населённого пункта: город");
    }

    @Test
    void everyPairSaysWhyEvenWhereNothingSpeaksForIt() {
        Proposal proposal = aRound()
                .school(1, 1, Settlement.CITY, Set.of("direction1"), Set.of(), Set.of())
                .school(2, 1, Settlement.VILLAGE, Set.of("direction2"), Set.of(), Set.of())
                .proposal();

        assertThat(InWords.of(proposal.circles().get(0).relations().get(0).reasons()))
                .containsExactly("общих признаков нет: школы в паре, чтобы партнёр был у каждой школы");
    }

    @Test
    void schoolsOfOneCuratorAndSchoolsInConflictAreNeverPartners() {
        Proposal proposal = aRoundOf(4).curatorHolds(100, 1, 2).conflict(1, 3, "родственники").proposal();

        assertThat(ids(proposal)).containsExactly(List.of(1L, 4L), List.of(2L, 3L));
    }

    @Test
    void lastYearsPartnersMeetAgainOnlyWhereNothingElseIsLeft() {
        RoundFixture round = aRoundOf(4).partnersLastYear(1, 2).partnersLastYear(3, 4).partnersLastYear(1, 3);
        assertThat(ids(round.proposal())).containsExactly(List.of(1L, 4L), List.of(2L, 3L));

        Proposal repeating = round.forbidden(1, 4).forbidden(2, 3).forbidden(1, 3).proposal();

        assertThat(repeating.cost().repeats()).isEqualTo(2);
        assertThat(InWords.of(repeating.circles().get(0).relations().get(0).reasons()))
                .contains("прошлогодний партнёр: другого допустимого разбиения нет");
    }

    @Test
    void noPointsOutweighARepeatOfLastYear() {
        Proposal proposal = aRound().weights(Weights.LARGEST, Weights.LARGEST, Weights.LARGEST)
                .school(1, 1, Settlement.CITY, Set.of("direction1", "direction2"), Set.of(), Set.of())
                .school(2, 2, Settlement.CITY, Set.of("direction1", "direction2"), Set.of(), Set.of())
                .school(3, 1, Settlement.VILLAGE, Set.of("direction3", "direction4"), Set.of(), Set.of())
                .school(4, 2, Settlement.VILLAGE, Set.of("direction3", "direction4"), Set.of(), Set.of())
                .partnersLastYear(1, 2)
                .proposal();

        assertThat(proposal.cost().repeats()).isZero();
    }

    @Test
    void aConsentIsAskedForOnlyWhereNothingElseIsLeft() {
        RoundFixture round = aRoundOf(4).curatorHolds(100, 1).worksIn(100, 2);
        assertThat(round.proposal().circles()).noneMatch(Circle::needsConsent);

        Proposal asking = round.forbidden(1, 3).forbidden(1, 4).proposal();

        assertThat(ids(asking)).containsExactly(List.of(1L, 2L), List.of(3L, 4L));
        assertThat(asking.circles()).extracting(Circle::needsConsent).containsExactly(true, false);
    }

    @Test
    void aConsentIsAskedForBeforeLastYearsPartnersMeetAgain() {
        Proposal proposal = aRoundOf(4).curatorHolds(100, 1).worksIn(100, 2)
                .forbidden(1, 4).partnersLastYear(1, 3).proposal();

        assertThat(ids(proposal)).containsExactly(List.of(1L, 2L), List.of(3L, 4L));
    }

    @Test
    void whatTheCoordinatorFixedAndForbadeIsKept() {
        Proposal proposal = aRoundOf(6).fixed(1L, 6L).forbidden(2, 3).partnersLastYear(1, 6).proposal();

        assertThat(ids(proposal)).contains(List.of(1L, 6L)).doesNotContain(List.of(2L, 3L));
        assertThat(InWords.of(proposal.circles().get(0).reasons())).containsExactly("закреплено координатором");
    }

    @Test
    void anOddCountMakesExactlyOneCircleOfThreeAndShowsItsPrice() {
        Proposal proposal = aRoundOf(5).proposal();

        assertThat(proposal.circles()).extracting(circle -> circle.schoolIds().size())
                .containsExactlyInAnyOrder(2, 3);
        Circle three = proposal.circles().stream().filter(circle -> circle.schoolIds().size() == 3).findFirst()
                .orElseThrow();
        assertThat(three.relations()).extracting(Relation::schools).hasSize(3).doesNotHaveDuplicates();
        assertThat(InWords.of(three.reasons())).singleElement().asString()
                .matches("нечётное число школ: школа «Школа \\d» добавлена в круг; цена добавления в баллах: 4");
    }

    @Test
    void everyTwoOfACircleOfThreeKeepTheHardRules() {
        Proposal proposal = aRoundOf(5).curatorHolds(100, 1, 2).curatorHolds(101, 3, 4).forbidden(2, 3).proposal();

        assertThat(proposal.circles()).flatExtracting(Circle::relations).extracting(Relation::schools)
                .doesNotContain(SchoolPair.of(1, 2), SchoolPair.of(3, 4), SchoolPair.of(2, 3));
    }

    @Test
    void aSchoolThatNoCircleCanTakeIsNotTheOneLeftOver() {
        // 5 is dear as a partner, but only the triangle 1-2-3 can be a circle of three
        Proposal proposal = aRoundOf(5).onlyAdmissible(SchoolPair.of(1, 2), SchoolPair.of(2, 3), SchoolPair.of(1, 3),
                SchoolPair.of(4, 5), SchoolPair.of(3, 4)).partnersLastYear(4, 5).proposal();

        assertThat(ids(proposal)).containsExactly(List.of(1L, 2L, 3L), List.of(4L, 5L));
    }

    @Test
    void threeSchoolsAreOneCircle() {
        assertThat(ids(aRoundOf(3).proposal())).containsExactly(List.of(1L, 2L, 3L));
    }

    @Test
    void aFixedPairTakesInTheOddSchoolOnlyWhereNothingElseIsLeft() {
        assertThat(ids(aRoundOf(5).fixed(1L, 2L).proposal()))
                .containsExactly(List.of(1L, 2L), List.of(3L, 4L, 5L));

        Proposal widened = aRoundOf(3).fixed(1L, 2L).proposal();

        assertThat(ids(widened)).containsExactly(List.of(1L, 2L, 3L));
        assertThat(InWords.of(widened.circles().get(0).reasons()))
                .contains("закреплённая пара расширена до трёх школ: другого допустимого разбиения нет");
    }

    @Test
    void aFixedCircleOfThreeIsTheOneOfAnOddCount() {
        assertThat(ids(aRoundOf(7).fixed(2L, 4L, 6L).proposal())).contains(List.of(2L, 4L, 6L)).hasSize(3);
    }

    @Test
    void theSameSchoolsInAnotherOrderGiveTheSameCircles() {
        for (int count : new int[] {24, 25, 60, 61}) {
            RoundFixture region = aRegionOf(count, 7).conflict(1, 2, "а").conflict(3, 4, "б").fixed(5L, 6L);
            PairingResult first = new Pairing(region.input()).propose();
            Random random = new Random(11);
            for (int i = 0; i < 5; i++) {
                assertThat(new Pairing(region.inputInAnotherOrder(random)).propose()).isEqualTo(first);
            }
        }
    }

    @Test
    void aRegionOfTwentyFiveSchoolsIsPairedWithoutRepeatsAndConsents() {
        RoundFixture region = aRegionOf(25, 500);
        Proposal proposal = region.proposal();

        assertThat(proposal.circles()).hasSize(12).filteredOn(circle -> circle.schoolIds().size() == 3).hasSize(1);
        assertThat(proposal.circles()).flatExtracting(Circle::schoolIds).hasSize(25).doesNotHaveDuplicates();
        assertThat(proposal.cost().repeats()).isZero();
        assertThat(proposal.cost().openConsents()).isZero();
        assertThat(proposal.circles()).flatExtracting(Circle::relations).flatExtracting(Relation::reasons).isNotEmpty();
        assertThat(region.pairing().check(ids(proposal)).canBeApproved()).isTrue();
    }

    @Test
    void aWeightOutOfRangeIsRefused() {
        assertThatThrownBy(() -> new Weights(1, -1, 1)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.field()).isEqualTo("otherMunicipality"));
        assertThatThrownBy(() -> new Weights(1001, 1, 1)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.field()).isEqualTo("commonDirection"));
    }
}
