package ru.marshrut.peerreview.pairing;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** Small rounds in every run, so that a change that makes pairing slow is seen; {@link PairingGrowthBench} goes on. */
class PairingGrowthTest {

    @Test
    void regionsOfUsualSizesArePaired() {
        PairingGrowth.print(IntStream.of(25, 50, 51, 100, 101, 200, 201, 300, 301), RoundFixture::aRegionOf);
    }
}
