package ru.marshrut.peerreview.pairing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Pairs an odd number of schools: one is matched to a dummy vertex and joins the circle where it costs least.
 *
 * <p>The edge to the dummy costs what joining would cost at best, so the matching is a lower bound of every division
 * into pairs and one circle of three. A school whose joining does not reach the bound is tried with every circle that
 * could take it, then left out of the choice, and the matching is repeated; this ends when the bound shows that
 * nothing better is left. So a valid division is found whenever there is one, and never one with an avoidable repeat
 * or consent. For the points of preferences alone the search goes on only within {@link #EFFORT}: complete for small
 * rounds, none for those of many hundred schools, whose first answer lies within a few points of the bound.
 */
final class OddCount {

    /** Matchings that may be spent on better points are this number divided by the cube of the number of schools. */
    private static final long EFFORT = 100_000_000;

    /**
     * @param pairs      pairs of free schools that remain pairs
     * @param joining    the school that joins
     * @param joined     the pair that it joins, free or fixed
     * @param weight     of all relations of free schools, and of those that the joining adds
     */
    record Division(List<int[]> pairs, int joining, int[] joined, long weight) {
    }

    private record Triple(int one, int other, long joinWeight) {
    }

    private final Relations relations;
    private final List<Integer> free;
    private final List<int[]> fixedPairs;
    private final int dummy;
    private boolean[] canBeLeftOver;
    private boolean narrowed;
    private final boolean[] spent;
    private long allowance;
    private Division best;

    /**
     * @param free       schools without a fixed circle, an odd number
     * @param fixedPairs pairs that the coordinator fixed; they take in a third school only when nothing else is left
     */
    OddCount(Relations relations, List<Integer> free, List<int[]> fixedPairs) {
        this.relations = relations;
        this.free = free;
        this.fixedPairs = fixedPairs;
        this.dummy = relations.size();
        this.spent = new boolean[relations.size()];
        this.canBeLeftOver = new boolean[relations.size()];
        free.forEach(school -> canBeLeftOver[school] = true);
        this.allowance = EFFORT / ((long) free.size() * free.size() * free.size());
    }

    Optional<Division> cheapest() {
        while (true) {
            long[] joinBound = joinBounds();
            List<Integer> vertices = new ArrayList<>(free);
            vertices.add(dummy);
            Optional<PerfectMatching> matching = PerfectMatching.cheapest(vertices,
                    (one, other) -> other == dummy ? joinBound[one] : relations.weight(one, other));
            allowance--;
            if (matching.isEmpty() || reaches(matching.get().weight())) {
                return Optional.ofNullable(best);
            }
            long bound = matching.get().weight();
            List<int[]> pairs = new ArrayList<>(matching.get().pairs());
            int joining = pairs.stream().filter(pair -> pair[1] == dummy).findFirst().orElseThrow()[0];
            pairs.removeIf(pair -> pair[1] == dummy);
            long pairsWeight = bound - joinBound[joining];
            joinCheapest(joining, pairs, pairsWeight);
            if (reaches(bound) || allowance <= 0 && reachesButForPoints(bound)) {
                return Optional.of(best);
            }
            if (best == null && !narrowed) {
                narrowed = true;
                canBeLeftOver = canBeLeftOver();
                continue;
            }
            tryEveryCircleWith(joining, pairsWeight);
            spent[joining] = true;
        }
    }

    private boolean reaches(long bound) {
        return best != null && best.weight() <= bound;
    }

    private boolean reachesButForPoints(long bound) {
        return best != null && relations.withoutPoints(best.weight()) <= relations.withoutPoints(bound);
    }

    private void offer(Division division) {
        if (best == null || division.weight() < best.weight()) {
            best = division;
        }
    }

    private void joinCheapest(int joining, List<int[]> pairs, long pairsWeight) {
        for (int[] pair : pairs) {
            long join = joinWeight(joining, pair[0], pair[1]);
            if (join != Relations.NONE) {
                offer(new Division(pairs.stream().filter(other -> other != pair).toList(), joining, pair,
                        pairsWeight + join));
            }
        }
        for (int[] pair : fixedPairs) {
            long join = joinWeight(joining, pair[0], pair[1]);
            if (join != Relations.NONE) {
                offer(new Division(pairs, joining, pair, pairsWeight + join + relations.widenedFixed()));
            }
        }
    }

    private void tryEveryCircleWith(int joining, long pairsWeight) {
        List<Triple> triples = triples(joining);
        triples.sort(Comparator.comparingLong(Triple::joinWeight).thenComparingInt(Triple::one)
                .thenComparingInt(Triple::other));
        for (Triple triple : triples) {
            long bound = pairsWeight + triple.joinWeight();
            if (reaches(bound) || allowance <= 0 && reachesButForPoints(bound)) {
                return;
            }
            List<Integer> others = new ArrayList<>(free);
            others.removeAll(List.of(joining, triple.one(), triple.other()));
            allowance--;
            PerfectMatching.cheapest(others, relations::weight).ifPresent(matching -> offer(new Division(
                    matching.pairs(), joining, new int[] {triple.one(), triple.other()},
                    matching.weight() + relations.weight(triple.one(), triple.other()) + triple.joinWeight())));
        }
    }

    private long joinWeight(int joining, int one, int other) {
        return relations.admissible(joining, one) && relations.admissible(joining, other)
                ? relations.weight(joining, one) + relations.weight(joining, other) : Relations.NONE;
    }

    private List<Triple> triples(int joining) {
        List<Integer> partners = partners(joining);
        List<Triple> result = new ArrayList<>();
        for (int i = 0; i < partners.size(); i++) {
            for (int j = i + 1; j < partners.size(); j++) {
                int one = partners.get(i);
                int other = partners.get(j);
                if (relations.admissible(one, other)) {
                    result.add(new Triple(one, other, joinWeight(joining, one, other)));
                }
            }
        }
        return result;
    }

    /** Schools that can be in a circle of three with this one, as far as two of the three tell. */
    private List<Integer> partners(int school) {
        return new ArrayList<>(free.stream().filter(other -> other != school && !spent[other]
                && canBeLeftOver[other] && relations.admissible(school, other)).toList());
    }

    /** For each school the least that its joining could cost, whatever the other pairs are. */
    private long[] joinBounds() {
        long[] bounds = new long[relations.size()];
        for (int school : free) {
            bounds[school] = spent[school] ? Relations.NONE : joinBound(school);
        }
        return bounds;
    }

    private long joinBound(int school) {
        long bound = Relations.NONE;
        for (int[] pair : fixedPairs) {
            long join = joinWeight(school, pair[0], pair[1]);
            if (join != Relations.NONE && (bound == Relations.NONE || join + relations.widenedFixed() < bound)) {
                bound = join + relations.widenedFixed();
            }
        }
        if (!canBeLeftOver[school]) {
            return bound;
        }
        long[] weights = new long[relations.size()];
        List<Integer> partners = partners(school);
        partners.forEach(partner -> weights[partner] = relations.weight(school, partner));
        partners.sort(Comparator.comparingLong(partner -> weights[partner]));
        for (int j = 1; j < partners.size(); j++) {
            for (int i = 0; i < j; i++) {
                long join = weights[partners.get(i)] + weights[partners.get(j)];
                if (bound != Relations.NONE && join >= bound) {
                    break;
                }
                if (relations.admissible(partners.get(i), partners.get(j))) {
                    bound = join;
                }
            }
            if (bound != Relations.NONE && weights[partners.get(0)] + weights[partners.get(j)] >= bound) {
                break;
            }
        }
        return bound;
    }

    /**
     * Each school of a circle of three is one without which the others can be paired. Schools that the odd-set cover
     * labels 1 are never that, nor those in even groups between them; leaving them out keeps the search short where
     * the schools cannot be divided at all.
     */
    private boolean[] canBeLeftOver() {
        boolean[] result = new boolean[relations.size()];
        OddGroups groups = OddGroups.of(free, relations);
        if (groups.unpaired() == 1) {
            groups.odd().forEach(group -> group.forEach(school -> result[school] = true));
        }
        return result;
    }
}
