package ru.marshrut.peerreview.pairing;

import ru.marshrut.territory.Settlement;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the proposal against every possible division of small rounds made at random (from fixed seeds). */
class PairingOptimalityTest {

    private static final int ROUNDS = 400;

    @ParameterizedTest(name = "{0} schools")
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9})
    void noDivisionIsCheaperAndNoneIsOverlooked(int count) {
        int infeasible = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            PairingInput input = aTangledRound(count, new Random(1000L * count + seed));
            Optional<Cost> cheapest = EveryDivision.cheapestOf(input);
            Pairing pairing = new Pairing(input);
            PairingResult result = pairing.propose();

            if (result instanceof Proposal proposal) {
                assertThat(Optional.of(proposal.cost())).as("seed %d: %s", seed, input).isEqualTo(cheapest);
                assertThat(pairing.check(RoundFixture.ids(proposal)).violations()).as("seed %d", seed)
                        .allMatch(Violation::curedByConsent);
            } else {
                infeasible++;
                assertThat(cheapest).as("seed %d: %s", seed, input).isEmpty();
                assertThat(((Infeasible) result).collisions()).as("seed %d", seed).isNotEmpty().allSatisfy(collision -> {
                    assertThat(collision.schools()).isNotEmpty();
                    assertThat(InWords.of(collision.statement())).doesNotContain("{");
                    assertThat(collision.rules()).isNotEmpty();
                });
            }
        }
        assertThat(infeasible).as("both kinds of rounds are among the made ones").isBetween(1, ROUNDS - 1);
    }

    private static PairingInput aTangledRound(int count, Random random) {
        RoundFixture round = RoundFixture.aRound();
        int curators = 2 + random.nextInt(count);
        for (int id = 1; id <= count; id++) {
            Set<String> directions = new HashSet<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                directions.add("direction" + random.nextInt(4));
            }
            round.school(id, 1 + random.nextInt(3), Settlement.values()[random.nextInt(3)], directions,
                    random.nextInt(3) == 0 ? Set.of() : Set.of(100L + random.nextInt(curators)),
                    random.nextInt(2) == 0 ? Set.of() : Set.of(100L + random.nextInt(curators)));
        }
        int density = random.nextInt(6);
        for (int one = 1; one <= count; one++) {
            for (int other = one + 1; other <= count; other++) {
                if (random.nextInt(10) < density) {
                    round.forbidden(one, other);
                }
                if (random.nextInt(12) == 0) {
                    round.conflict(one, other, "родственники");
                }
                if (random.nextInt(3) == 0) {
                    round.partnersLastYear(one, other);
                }
                if (random.nextInt(3) == 0) {
                    round.consent(one, other);
                }
            }
        }
        if (count > 3 && random.nextInt(4) == 0) {
            long one = 1 + random.nextInt(count);
            round.fixed(one, one % count + 1);
        }
        return round.weights(random.nextInt(5), random.nextInt(5), random.nextInt(5)).input();
    }
}
