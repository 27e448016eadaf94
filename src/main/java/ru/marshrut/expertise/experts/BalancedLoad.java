package ru.marshrut.expertise.experts;

import static java.util.stream.Collectors.toMap;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jgrapht.alg.flow.mincost.CapacityScalingMinimumCostFlow;
import org.jgrapht.alg.flow.mincost.MinimumCostFlowProblem.MinimumCostFlowProblemImpl;
import org.jgrapht.alg.interfaces.MinimumCostFlowAlgorithm.MinimumCostFlow;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.DirectedWeightedMultigraph;

/**
 * Gives schools their experts so that as many places as possible are filled and the sum of the squares of the experts'
 * loads is as small as can be: among all assignments that the rules allow, none has a smaller largest load or a smaller
 * spread. A flow of least cost (JGraphT): school → expert → end, where the n-th school of an expert costs 2n - 1, which is
 * by how much n² grows. A place for which nobody is left flows past the experts, at a cost that no assignment reaches.
 */
final class BalancedLoad {

    private static final Node END = new Node(Kind.END, 0);

    private enum Kind { SCHOOL, EXPERT, END }

    private record Node(Kind kind, long id) {}

    private final DirectedWeightedMultigraph<Node, DefaultWeightedEdge> graph = new DirectedWeightedMultigraph<>(DefaultWeightedEdge.class);
    private final Map<DefaultWeightedEdge, Integer> capacities = new HashMap<>();
    private final List<Demand> demands;

    /** @param load schools that experts have already; one who is absent has none */
    BalancedLoad(List<Demand> demands, Map<Long, Integer> load) {
        this.demands = demands.stream().sorted(Comparator.comparingLong(Demand::sampledSchoolId)).toList();
        graph.addVertex(END);
        Map<Long, Integer> wanted = new TreeMap<>();
        this.demands.forEach(demand -> demand.allowed().forEach(expert -> wanted.merge(expert, 1, Integer::sum)));
        wanted.keySet().forEach(expert -> graph.addVertex(new Node(Kind.EXPERT, expert)));
        wanted.forEach((expert, most) -> IntStream.rangeClosed(1, most)
            .forEach(n -> add(new Node(Kind.EXPERT, expert), END, 1, 2 * (load.getOrDefault(expert, 0) + n) - 1)));
        int dearest = 2 * (places() + load.values().stream().mapToInt(Integer::intValue).max().orElse(0)) + 1;
        for (Demand demand : this.demands) {
            Node school = new Node(Kind.SCHOOL, demand.sampledSchoolId());
            graph.addVertex(school);
            demand.allowed().stream().sorted().forEach(expert -> add(school, new Node(Kind.EXPERT, expert), 1, 0));
            add(school, END, demand.experts(), dearest);
        }
    }

    private void add(Node from, Node to, int capacity, int cost) {
        DefaultWeightedEdge edge = graph.addEdge(from, to);
        graph.setEdgeWeight(edge, cost);
        capacities.put(edge, capacity);
    }

    private int places() {
        return demands.stream().mapToInt(Demand::experts).sum();
    }

    /** By school, in ascending order; a school gets fewer than it needs where the rules leave nobody. The same input gives the same result. */
    Map<Long, List<Long>> assign() {
        Map<Node, Integer> supplies = demands.stream()
            .collect(toMap(demand -> new Node(Kind.SCHOOL, demand.sampledSchoolId()), Demand::experts));
        supplies.put(END, -places());
        MinimumCostFlow<DefaultWeightedEdge> flow = new CapacityScalingMinimumCostFlow<Node, DefaultWeightedEdge>().getMinimumCostFlow(
            new MinimumCostFlowProblemImpl<>(graph, node -> supplies.getOrDefault(node, 0), capacities::get));
        Map<Long, List<Long>> experts = new LinkedHashMap<>();
        for (Demand demand : demands) {
            Node school = new Node(Kind.SCHOOL, demand.sampledSchoolId());
            experts.put(demand.sampledSchoolId(), graph.outgoingEdgesOf(school).stream()
                .filter(edge -> flow.getFlow(edge) > 0).map(graph::getEdgeTarget).filter(node -> node.kind() == Kind.EXPERT)
                .map(Node::id).sorted().toList());
        }
        return experts;
    }
}
