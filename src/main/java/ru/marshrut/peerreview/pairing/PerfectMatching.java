package ru.marshrut.peerreview.pairing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.jgrapht.Graph;
import org.jgrapht.alg.matching.SparseEdmondsMaximumCardinalityMatching;
import org.jgrapht.alg.matching.blossom.v5.KolmogorovWeightedPerfectMatching;
import org.jgrapht.alg.matching.blossom.v5.KolmogorovWeightedPerfectMatching.DualSolution;
import org.jgrapht.alg.matching.blossom.v5.ObjectiveSense;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/**
 * The cheapest way to put schools into pairs, each into exactly one (JGraphT's Blossom V).
 *
 * @param pairs  places of the schools, the lower first, in ascending order
 * @param weight sum over the pairs
 */
record PerfectMatching(List<int[]> pairs, long weight) {

    /** Up to this number of schools the matching gets all their pairs at once. */
    private static final int SMALL = 100;

    /** Of larger rounds each school first brings this number of its cheapest pairs. */
    private static final int NEAREST = 16;

    /** Weights are whole and duals are halves: whatever is negative is below this. */
    private static final double NEGATIVE = -0.25;

    /** Weight of a pair, or {@link Relations#NONE} where it is not admissible; the first is the lower place. */
    @FunctionalInterface
    interface PairWeight {
        long of(int one, int other);
    }

    /**
     * Large rounds are solved on few pairs first. The dual solution then prices all others: pairs that could make the
     * matching cheaper are added and it is repeated, so the answer is the cheapest of all pairs nevertheless.
     *
     * @param vertices in ascending order
     * @return empty when the schools cannot be paired
     */
    static Optional<PerfectMatching> cheapest(List<Integer> vertices, PairWeight weight) {
        if (vertices.size() <= SMALL) {
            return cheapestAtOnce(vertices, weight);
        }
        Graph<Integer, DefaultWeightedEdge> graph = graph(vertices);
        int nearest = NEAREST;
        addNearest(graph, vertices, weight, nearest);
        while (true) {
            Optional<KolmogorovWeightedPerfectMatching<Integer, DefaultWeightedEdge>> solution = solve(graph);
            if (solution.isPresent()) {
                if (!addWorthwhile(graph, vertices, weight, solution.get().getDualSolution())) {
                    return solution.map(solved -> of(graph, solved));
                }
            } else if (nearest >= vertices.size()) {
                return Optional.empty();
            } else {
                nearest *= 4;
                addNearest(graph, vertices, weight, nearest);
            }
        }
    }

    /** The same on all pairs, which takes far more memory and time for many hundred schools. */
    static Optional<PerfectMatching> cheapestAtOnce(List<Integer> vertices, PairWeight weight) {
        Graph<Integer, DefaultWeightedEdge> graph = completeGraph(vertices, weight);
        return solve(graph).map(solved -> of(graph, solved));
    }

    /**
     * Proof of how many schools can be paired at most (Edmonds' odd-set cover): every admissible pair has a school
     * labelled 1 or lies inside one of the sets labelled 2 and above.
     */
    static Map<Integer, Integer> oddSetCover(List<Integer> vertices, PairWeight weight) {
        return new SparseEdmondsMaximumCardinalityMatching<>(completeGraph(vertices, weight)).getOddSetCover();
    }

    private static Optional<KolmogorovWeightedPerfectMatching<Integer, DefaultWeightedEdge>> solve(
            Graph<Integer, DefaultWeightedEdge> graph) {
        if (graph.vertexSet().stream().anyMatch(vertex -> graph.degreeOf(vertex) == 0)) {
            return Optional.empty();
        }
        KolmogorovWeightedPerfectMatching<Integer, DefaultWeightedEdge> matching =
                new KolmogorovWeightedPerfectMatching<>(graph, ObjectiveSense.MINIMIZE);
        try {
            matching.getMatching();
        } catch (IllegalArgumentException noPerfectMatching) {
            // the library's only way to say so, and finding out before would cost a second matching each time
            return Optional.empty();
        }
        return Optional.of(matching);
    }

    private static PerfectMatching of(Graph<Integer, DefaultWeightedEdge> graph,
                                      KolmogorovWeightedPerfectMatching<Integer, DefaultWeightedEdge> solved) {
        List<int[]> pairs = new ArrayList<>();
        long sum = 0;
        for (DefaultWeightedEdge edge : solved.getMatching().getEdges()) {
            int one = graph.getEdgeSource(edge);
            int other = graph.getEdgeTarget(edge);
            pairs.add(new int[] {Math.min(one, other), Math.max(one, other)});
            sum += (long) graph.getEdgeWeight(edge);
        }
        pairs.sort(Comparator.comparingInt(pair -> pair[0]));
        return new PerfectMatching(pairs, sum);
    }

    private static Graph<Integer, DefaultWeightedEdge> graph(List<Integer> vertices) {
        Graph<Integer, DefaultWeightedEdge> graph = new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
        vertices.forEach(graph::addVertex);
        return graph;
    }

    private static Graph<Integer, DefaultWeightedEdge> completeGraph(List<Integer> vertices, PairWeight weight) {
        Graph<Integer, DefaultWeightedEdge> graph = graph(vertices);
        for (int i = 0; i < vertices.size(); i++) {
            for (int j = i + 1; j < vertices.size(); j++) {
                add(graph, vertices.get(i), vertices.get(j), weight.of(vertices.get(i), vertices.get(j)));
            }
        }
        return graph;
    }

    private static boolean add(Graph<Integer, DefaultWeightedEdge> graph, Integer one, Integer other, long weight) {
        DefaultWeightedEdge edge = weight == Relations.NONE ? null : graph.addEdge(one, other);
        if (edge != null) {
            graph.setEdgeWeight(edge, weight);
        }
        return edge != null;
    }

    private static void addNearest(Graph<Integer, DefaultWeightedEdge> graph, List<Integer> vertices,
                                   PairWeight weight, int nearest) {
        int count = vertices.size();
        for (int i = 0; i < count; i++) {
            int self = i;
            // of equally cheap pairs those with the next schools, so that not all choose the same ones
            long[] weights = IntStream.range(1, count).mapToLong(distance -> inOrder(weight,
                    vertices.get(self), vertices.get((self + distance) % count))).toArray();
            IntStream.range(0, count - 1).filter(at -> weights[at] != Relations.NONE).boxed()
                    .sorted(Comparator.comparingLong(at -> weights[at]))
                    .limit(nearest)
                    .forEach(at -> add(graph, vertices.get(self), vertices.get((self + 1 + at) % count), weights[at]));
            // and some of any price, for the cheapest pairs alone can leave a whole district without partners
            IntStream.range(0, count - 1).filter(at -> weights[at] != Relations.NONE).limit(nearest)
                    .forEach(at -> add(graph, vertices.get(self), vertices.get((self + 1 + at) % count), weights[at]));
        }
    }

    /**
     * Adds the pairs that the dual solution shows to be worthwhile: weight below the sum of the duals of the odd sets
     * (single schools and blossoms) that hold exactly one of the two. Of each school the most worthwhile only, the
     * others show again in the next solution if they still are.
     *
     * @return whether there were any
     */
    private static boolean addWorthwhile(Graph<Integer, DefaultWeightedEdge> graph, List<Integer> vertices,
                                         PairWeight weight, DualSolution<Integer, DefaultWeightedEdge> duals) {
        Map<Integer, Double> sums = new HashMap<>();
        Map<Integer, List<Map.Entry<Set<Integer>, Double>>> blossoms = new HashMap<>();
        duals.getDualVariables().entrySet().forEach(dual -> dual.getKey().forEach(school -> {
            sums.merge(school, dual.getValue(), Double::sum);
            if (dual.getKey().size() > 1) {
                blossoms.computeIfAbsent(school, unseen -> new ArrayList<>()).add(dual);
            }
        }));
        boolean added = false;
        for (Integer one : vertices) {
            Map<Integer, Double> worthwhile = new TreeMap<>();
            for (Integer other : vertices) {
                long cost = one.equals(other) ? Relations.NONE : inOrder(weight, one, other);
                double slack = cost - sums.getOrDefault(one, 0.0) - sums.getOrDefault(other, 0.0);
                if (cost != Relations.NONE && slack < NEGATIVE) {
                    slack += 2 * together(blossoms.getOrDefault(one, List.of()), other);
                    if (slack < NEGATIVE) {
                        worthwhile.put(other, slack);
                    }
                }
            }
            for (Integer other : best(worthwhile)) {
                added |= add(graph, one, other, inOrder(weight, one, other));
            }
        }
        return added;
    }

    private static List<Integer> best(Map<Integer, Double> worthwhile) {
        return worthwhile.entrySet().stream().sorted(Map.Entry.comparingByValue()).limit(NEAREST)
                .map(Map.Entry::getKey).toList();
    }

    private static long inOrder(PairWeight weight, int one, int other) {
        return weight.of(Math.min(one, other), Math.max(one, other));
    }

    private static double together(List<Map.Entry<Set<Integer>, Double>> blossoms, Integer other) {
        return blossoms.stream().filter(blossom -> blossom.getKey().contains(other))
                .mapToDouble(Map.Entry::getValue).sum();
    }
}
