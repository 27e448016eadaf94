package ru.marshrut.expertise.experts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BalancedLoadTest {

    private static final Set<Long> THREE = Set.of(1L, 2L, 3L);

    private static Map<Long, Integer> loads(Map<Long, List<Long>> assigned, Map<Long, Integer> before) {
        Map<Long, Integer> loads = new HashMap<>(before);
        assigned.values().stream().flatMap(List::stream).forEach(expert -> loads.merge(expert, 1, Integer::sum));
        return loads;
    }

    private static List<Demand> schools(int count, int experts, Set<Long> allowed) {
        return LongStream.rangeClosed(1, count).mapToObj(school -> new Demand(school, experts, allowed)).toList();
    }

    @Test
    void freeExpertsGetTheSameNumberOfSchools() {
        assertThat(loads(new BalancedLoad(schools(9, 1, THREE), Map.of()).assign(), Map.of())).containsExactlyInAnyOrderEntriesOf(Map.of(1L, 3, 2L, 3, 3L, 3));
        assertThat(loads(new BalancedLoad(schools(10, 1, THREE), Map.of()).assign(), Map.of()).values()).containsExactlyInAnyOrder(3, 3, 4);
    }

    @Test
    void whoHasSchoolsAlreadyGetsFewer() {
        Map<Long, Integer> before = Map.of(1L, 4);
        assertThat(loads(new BalancedLoad(schools(8, 1, THREE), before).assign(), before)).isEqualTo(Map.of(1L, 4, 2L, 4, 3L, 4));
    }

    @Test
    void twoExpertsOfASchoolAreTwoPeople() {
        Map<Long, List<Long>> assigned = new BalancedLoad(schools(6, 2, THREE), Map.of()).assign();

        assertThat(assigned.values()).allSatisfy(experts -> assertThat(experts).hasSize(2).doesNotHaveDuplicates());
        assertThat(loads(assigned, Map.of()).values()).containsOnly(4);
    }

    /** Whoever is allowed little gets it, so that those who are allowed all take the rest. */
    @Test
    void rulesAreKeptAndTheLoadIsBalancedWithinThem() {
        List<Demand> demands = List.of(new Demand(1, 1, Set.of(1L)), new Demand(2, 1, Set.of(1L, 2L)), new Demand(3, 1, Set.of(1L, 2L)),
            new Demand(4, 1, THREE));

        Map<Long, List<Long>> assigned = new BalancedLoad(demands, Map.of()).assign();

        assertThat(assigned).containsEntry(1L, List.of(1L));
        demands.forEach(demand -> assertThat(demand.allowed()).containsAll(assigned.get(demand.sampledSchoolId())));
        assertThat(loads(assigned, Map.of()).values()).containsExactlyInAnyOrder(1, 1, 2);
    }

    @Test
    void whatCannotBeFilledStaysOpenAndTheRestIsAssigned() {
        List<Demand> demands = List.of(new Demand(1, 2, Set.of(7L)), new Demand(2, 1, Set.of()), new Demand(3, 2, Set.of(7L, 8L)));

        assertThat(new BalancedLoad(demands, Map.of(7L, 50)).assign())
            .isEqualTo(Map.of(1L, List.of(7L), 2L, List.of(), 3L, List.of(7L, 8L)));
    }

    @Property(tries = 200)
    void theOrderOfTheSchoolsDoesNotMatter(@ForAll Random random, @ForAll @IntRange(min = 1, max = 12) int count) {
        List<Demand> demands = anyDemands(random, count);
        List<Demand> shuffled = new ArrayList<>(demands);
        Collections.shuffle(shuffled, random);

        assertThat(new BalancedLoad(shuffled, Map.of()).assign()).isEqualTo(new BalancedLoad(demands, Map.of()).assign());
    }

    /** Against all assignments of small cases, tried one by one. */
    @Property(tries = 200)
    void noAssignmentFillsMoreOrIsBetterBalanced(@ForAll Random random, @ForAll @IntRange(min = 1, max = 5) int count) {
        List<Demand> demands = anyDemands(random, count);

        Map<Long, List<Long>> assigned = new BalancedLoad(demands, Map.of()).assign();

        demands.forEach(demand -> assertThat(demand.allowed()).containsAll(assigned.get(demand.sampledSchoolId())));
        int filled = demands.stream().mapToInt(demand -> Math.min(demand.experts(), demand.allowed().size())).sum();
        assertThat(assigned.values().stream().mapToInt(List::size).sum()).isEqualTo(filled);
        assertThat(squares(loads(assigned, Map.of()).values())).isEqualTo(least(demands, Map.of()));
    }

    private static List<Demand> anyDemands(Random random, int count) {
        return LongStream.rangeClosed(1, count).mapToObj(school -> new Demand(school, 1 + random.nextInt(2),
            LongStream.rangeClosed(1, 4).filter(expert -> random.nextInt(3) > 0).boxed().collect(Collectors.toSet()))).toList();
    }

    private static int squares(Collection<Integer> loads) {
        return loads.stream().mapToInt(load -> load * load).sum();
    }

    private static int least(List<Demand> demands, Map<Long, Integer> loads) {
        if (demands.isEmpty()) {
            return squares(loads.values());
        }
        Demand first = demands.get(0);
        List<Long> allowed = List.copyOf(first.allowed());
        int wanted = Math.min(first.experts(), allowed.size());
        int least = Integer.MAX_VALUE;
        for (int chosen = 0; chosen < 1 << allowed.size(); chosen++) {
            if (Integer.bitCount(chosen) == wanted) {
                Map<Long, Integer> next = new HashMap<>(loads);
                for (int i = 0; i < allowed.size(); i++) {
                    if ((chosen & 1 << i) != 0) {
                        next.merge(allowed.get(i), 1, Integer::sum);
                    }
                }
                least = Math.min(least, least(demands.subList(1, demands.size()), next));
            }
        }
        return least;
    }
}
