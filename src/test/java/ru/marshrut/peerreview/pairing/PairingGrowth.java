package ru.marshrut.peerreview.pairing;

import java.util.stream.IntStream;

/** Prints how the time of a proposal grows with the number of schools. */
final class PairingGrowth {

    private PairingGrowth() {
    }

    @FunctionalInterface
    interface Region {
        RoundFixture of(int schools, long seed);
    }

    static void print(IntStream counts, Region made) {
        System.out.printf("%8s %8s %9s %9s%n", "schools", "ms", "circles", "points");
        counts.forEach(count -> {
            RoundFixture region = made.of(count, 500);
            long start = System.nanoTime();
            Proposal proposal = region.proposal();
            long millis = (System.nanoTime() - start) / 1_000_000;
            System.out.printf("%8d %8d %9d %9d%n", count, millis, proposal.circles().size(),
                    proposal.cost().missedPoints());
        });
    }
}
