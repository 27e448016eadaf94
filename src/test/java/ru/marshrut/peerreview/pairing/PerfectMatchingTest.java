package ru.marshrut.peerreview.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class PerfectMatchingTest {

    @Test
    void fewPairsAtFirstGiveTheSameCostAsAllPairsAtOnce() {
        for (int seed = 0; seed < 8; seed++) {
            int count = 110 + 20 * seed;
            isAsCheapAsAllAtOnce(RoundFixture.aCrowdedRegionOf(count, seed), count);
            isAsCheapAsAllAtOnce(RoundFixture.aRegionOf(count, seed).weights(1 + seed * 90, seed * 50, 1000 - seed),
                    count);
        }
    }

    private static void isAsCheapAsAllAtOnce(RoundFixture region, int count) {
        Relations relations = new Relations(region.input());
        List<Integer> all = IntStream.range(0, count).boxed().toList();

        assertThat(PerfectMatching.cheapest(all, relations::weight).orElseThrow().weight())
                .as("%d schools", count)
                .isEqualTo(PerfectMatching.cheapestAtOnce(all, relations::weight).orElseThrow().weight());
    }

    @Test
    void fewPairsAtFirstDoNotHideTheOnlyPossibleOnes() {
        int count = 120;
        List<Integer> all = IntStream.range(0, count).boxed().toList();
        // everybody prefers the first sixty, who cannot all be had twice
        PerfectMatching matching = PerfectMatching.cheapest(all,
                (one, other) -> one < 60 && other < 60 ? Relations.NONE : one < 60 ? 1 : 1000).orElseThrow();

        assertThat(matching.weight()).isEqualTo(60);
        assertThat(PerfectMatching.cheapest(all, (one, other) -> one < 59 ? 1 : Relations.NONE)).isEmpty();
    }
}
