package ru.marshrut.peerreview.pairing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jgrapht.Graph;
import org.jgrapht.alg.matching.SparseEdmondsMaximumCardinalityMatching;
import org.jgrapht.alg.matching.blossom.v5.KolmogorovWeightedPerfectMatching;
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

    /** Weight of a pair, or {@link Relations#NONE} where it is not admissible. */
    @FunctionalInterface
    interface PairWeight {
        long of(int one, int other);
    }

    /** @return empty when the schools cannot be paired */
    static Optional<PerfectMatching> cheapest(List<Integer> vertices, PairWeight weight) {
        if (vertices.isEmpty()) {
            return Optional.of(new PerfectMatching(List.of(), 0));
        }
        Graph<Integer, DefaultWeightedEdge> graph = graph(vertices, weight);
        if (vertices.stream().anyMatch(vertex -> graph.degreeOf(vertex) == 0)) {
            return Optional.empty();
        }
        Iterable<DefaultWeightedEdge> edges;
        try {
            edges = new KolmogorovWeightedPerfectMatching<>(graph, ObjectiveSense.MINIMIZE).getMatching().getEdges();
        } catch (IllegalArgumentException noPerfectMatching) {
            // the library's only way to say so, and finding out before would cost a second matching each time
            return Optional.empty();
        }
        List<int[]> pairs = new ArrayList<>();
        long sum = 0;
        for (DefaultWeightedEdge edge : edges) {
            int one = graph.getEdgeSource(edge);
            int other = graph.getEdgeTarget(edge);
            pairs.add(new int[] {Math.min(one, other), Math.max(one, other)});
            sum += weight.of(one, other);
        }
        pairs.sort(Comparator.comparingInt(pair -> pair[0]));
        return Optional.of(new PerfectMatching(pairs, sum));
    }

    /**
     * Proof of how many schools can be paired at most (Edmonds' odd-set cover): every admissible pair has a school
     * labelled 1 or lies inside one of the sets labelled 2 and above.
     */
    static Map<Integer, Integer> oddSetCover(List<Integer> vertices, PairWeight weight) {
        return new SparseEdmondsMaximumCardinalityMatching<>(graph(vertices, weight)).getOddSetCover();
    }

    private static Graph<Integer, DefaultWeightedEdge> graph(List<Integer> vertices, PairWeight weight) {
        Graph<Integer, DefaultWeightedEdge> graph = new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
        vertices.forEach(graph::addVertex);
        for (int i = 0; i < vertices.size(); i++) {
            for (int j = i + 1; j < vertices.size(); j++) {
                long cost = weight.of(vertices.get(i), vertices.get(j));
                if (cost != Relations.NONE) {
                    graph.setEdgeWeight(graph.addEdge(vertices.get(i), vertices.get(j)), cost);
                }
            }
        }
        return graph;
    }
}
