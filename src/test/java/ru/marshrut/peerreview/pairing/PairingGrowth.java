package ru.marshrut.peerreview.pairing;

import java.lang.management.ManagementFactory;
import java.util.stream.IntStream;

/** Prints how the time of a proposal grows with the number of schools; CPU time does not depend on what else the machine does. */
final class PairingGrowth {

    private PairingGrowth() {
    }

    @FunctionalInterface
    interface Region {
        RoundFixture of(int schools, long seed);
    }

    static void print(IntStream counts, Region made) {
        System.out.printf("%8s %8s %8s %9s %9s%n", "schools", "ms", "CPU ms", "circles", "points");
        counts.forEach(count -> {
            RoundFixture region = made.of(count, 500);
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long start = System.nanoTime();
            Proposal proposal = region.proposal();
            long millis = (System.nanoTime() - start) / 1_000_000;
            long cpuMillis = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1_000_000;
            System.out.printf("%8d %8d %8d %9d %9d%n", count, millis, cpuMillis, proposal.circles().size(),
                    proposal.cost().missedPoints());
        });
    }
}
