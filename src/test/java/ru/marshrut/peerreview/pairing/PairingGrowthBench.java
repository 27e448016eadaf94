package ru.marshrut.peerreview.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("bench")
class PairingGrowthBench {

    @Test
    void regionsOfUpToAThousandSchoolsArePaired() {
        PairingGrowth.print(IntStream.of(50, 100, 200, 300, 301, 500, 501, 1000, 1001), RoundFixture::aRegionOf);
    }

    @Test
    void soIsARegionThatContestsItsGoodPairs() {
        PairingGrowth.print(IntStream.of(300, 301, 1000, 1001), RoundFixture::aCrowdedRegionOf);
    }

    @Test
    void aThousandSchoolsThatCannotBePairedAreExplained() {
        for (int count : new int[] {1000, 1001}) {
            RoundFixture round = RoundFixture.aRoundOf(count)
                    .curatorHolds(100, LongStream.rangeClosed(1, 502).toArray());
            long start = System.nanoTime();
            assertThat(round.collisions()).hasSize(1);
            System.out.printf("%8d %8d infeasible%n", count, (System.nanoTime() - start) / 1_000_000);
        }
    }
}
