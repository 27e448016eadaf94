package ru.marshrut.peerreview.pairing;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("bench")
class PairingGrowthBench {

    @Test
    void regionsOfUpToAThousandSchoolsArePaired() {
        PairingGrowth.print(IntStream.of(50, 100, 200, 300, 301, 500, 501, 1000, 1001));
    }
}
