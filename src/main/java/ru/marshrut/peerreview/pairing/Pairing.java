package ru.marshrut.peerreview.pairing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The pairing of one round: proposes circles, checks circles made by hand, and finds new places for schools that lost
 * their partner.
 *
 * <p>Hard rules, for every two schools of a circle: no common curator, no declared conflict, not forbidden by the
 * coordinator. What is fixed is kept. A partner in which the other's curator works (seed 002) is proposed only where
 * nothing else is left, and marked: the coordinator has to consent before he approves. Last year's partners come
 * after that: asking for a consent is tried before a repeat. Among what remains the points of {@link Weights} decide.
 * Every school is in one circle of two; with an odd count one circle has three, each reviewing the next.
 */
public final class Pairing {

    private final PairingInput input;
    private final Relations relations;
    private final FixedCircles fixed;

    public Pairing(PairingInput input) {
        this.input = input;
        this.relations = new Relations(input);
        this.fixed = FixedCircles.of(input, relations);
    }

    /** The best circles for the input, or the schools and rules that collide. The same input gives the same answer. */
    public PairingResult propose() {
        if (relations.size() < 2) {
            List<Integer> all = IntStream.range(0, relations.size()).boxed().toList();
            return new Infeasible(List.of(new Collision(relations.ids(all),
                    Reason.of(Word.TOO_FEW, Integer.toString(relations.size())), List.of())));
        }
        if (!fixed.collisions().isEmpty()) {
            return new Infeasible(fixed.collisions());
        }
        List<Integer> free = IntStream.range(0, relations.size()).filter(school -> !fixed.holds(school)).boxed()
                .toList();
        Optional<Proposal> proposal = free.size() % 2 == 0
                ? PerfectMatching.cheapest(free, relations::weight).map(matching -> proposal(matching.pairs()))
                : new OddCount(relations, free, fixed.pairs()).cheapest().map(this::proposal);
        return proposal.<PairingResult>map(Function.identity())
                .orElseGet(() -> new Infeasible(new Explanation(relations, fixed, free).collisions()));
    }

    private Proposal proposal(List<int[]> pairs) {
        List<Circle> circles = new ArrayList<>();
        fixed.circles().forEach(circle -> circles.add(proposed(circle, List.of())));
        pairs.forEach(pair -> circles.add(proposed(List.of(pair[0], pair[1]), List.of())));
        return sorted(circles);
    }

    private Proposal proposal(OddCount.Division division) {
        List<Circle> circles = new ArrayList<>();
        List<Integer> joined = List.of(division.joined()[0], division.joined()[1]);
        fixed.circles().stream().filter(circle -> !circle.equals(joined))
                .forEach(circle -> circles.add(proposed(circle, List.of())));
        division.pairs().forEach(pair -> circles.add(proposed(List.of(pair[0], pair[1]), List.of())));
        List<Integer> three = new ArrayList<>(joined);
        three.add(division.joining());
        circles.add(proposed(three.stream().sorted().toList(), List.of(Reason.of(Word.ODD_COUNT,
                relations.name(division.joining()),
                Long.toString(added(division.joining(), joined).missedPoints())))));
        return sorted(circles);
    }

    private static Proposal sorted(List<Circle> circles) {
        circles.sort(Comparator.comparingLong(circle -> circle.schoolIds().get(0)));
        return new Proposal(List.copyOf(circles), sum(circles));
    }

    private static Cost sum(List<Circle> circles) {
        return circles.stream().map(Circle::cost).reduce(Cost.NONE, Cost::plus);
    }

    /** What taking the school into the pair adds. */
    private Cost added(int joining, List<Integer> pair) {
        return pair.stream().map(school -> relations.cost(joining, school)).reduce(Cost.NONE, Cost::plus);
    }

    private Circle proposed(List<Integer> schools, List<Reason> reasons) {
        return circle(schools, reasons, Word.LAST_YEAR_UNAVOIDABLE);
    }

    private Circle circle(List<Integer> schools, List<Reason> about, Word lastYear) {
        List<Reason> reasons = new ArrayList<>(about);
        if (fixed.contain(schools)) {
            reasons.add(Reason.of(Word.FIXED));
        }
        List<Relation> partners = new ArrayList<>();
        for (int[] two : partners(schools)) {
            partners.add(relations.relation(two[0], two[1], fixed.join(two[0], two[1]) ? Word.LAST_YEAR : lastYear));
        }
        Cost cost = partners.stream().map(Relation::cost).reduce(Cost.NONE, Cost::plus);
        if (fixed.widenedIn(schools)) {
            reasons.add(Reason.of(Word.FIXED_WIDENED));
            cost = cost.plus(new Cost(1, 0, 0, 0));
        }
        return new Circle(relations.ids(schools), partners, reasons, cost);
    }

    /** In a circle of three everybody is somebody's neighbour. */
    private static List<int[]> partners(List<Integer> schools) {
        List<int[]> result = new ArrayList<>();
        for (int i = 0; i < schools.size(); i++) {
            for (int j = i + 1; j < schools.size(); j++) {
                result.add(new int[] {schools.get(i), schools.get(j)});
            }
        }
        return result;
    }

    /**
     * Holds circles made by hand against the hard rules.
     *
     * @param circles ids of the schools of each circle, in reviewing order
     */
    public CheckedCircles check(List<List<Long>> circles) {
        List<Violation> violations = new ArrayList<>(placement(circles));
        List<Circle> sound = new ArrayList<>();
        for (List<Long> ids : circles) {
            List<Integer> schools = ids.stream().map(relations::place).filter(Objects::nonNull).distinct().toList();
            if (ids.size() < 2 || ids.size() > 3) {
                violations.add(new Violation(ids, Reason.of(Word.CIRCLE_SIZE, Integer.toString(ids.size()),
                        relations.names(schools))));
            } else if (schools.size() == ids.size()) {
                sound.add(circle(schools, List.of(), Word.LAST_YEAR));
                partners(schools).forEach(two -> violations.addAll(violations(two[0], two[1])));
            }
        }
        violations.addAll(threes(sound));
        violations.addAll(fixedBroken(circles));
        Cost cost = sum(sound);
        if (cost.repeats() > 0 && repeatsAreAvoidable(cost)) {
            sound.stream().flatMap(circle -> circle.relations().stream()).filter(Relation::repeatsLastYear)
                    .map(Relation::schools).filter(pair -> !fixed.join(place(pair.first()), place(pair.second())))
                    .forEach(pair -> violations.add(new Violation(List.of(pair.first(), pair.second()),
                            Reason.of(Word.AVOIDABLE_REPEAT, name(pair.first()), name(pair.second())))));
        }
        return new CheckedCircles(List.copyOf(sound), cost, List.copyOf(violations));
    }

    private int place(long schoolId) {
        Integer place = relations.place(schoolId);
        if (place == null) {
            throw new IllegalArgumentException("school " + schoolId + " is not in the round");
        }
        return place;
    }

    private String name(long schoolId) {
        return relations.name(place(schoolId));
    }

    /** Every school of the round in exactly one circle, and nobody else. */
    private List<Violation> placement(List<List<Long>> circles) {
        Map<Long, Long> times = circles.stream().flatMap(List::stream)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        List<Violation> violations = new ArrayList<>();
        for (Participant school : input.participants()) {
            long count = times.getOrDefault(school.schoolId(), 0L);
            if (count != 1) {
                violations.add(new Violation(List.of(school.schoolId()), Reason.of(
                        count == 0 ? Word.WITHOUT_CIRCLE : Word.IN_SEVERAL_CIRCLES, school.schoolName())));
            }
        }
        times.keySet().stream().filter(id -> relations.place(id) == null).forEach(id -> violations.add(
                new Violation(List.of(id), Reason.of(Word.NOT_IN_ROUND, Long.toString(id)))));
        return violations;
    }

    private List<Violation> violations(int one, int other) {
        List<Reason> rules = new ArrayList<>(relations.rulesBetween(List.of(Set.of(one), Set.of(other))));
        if (relations.needsConsent(one, other)) {
            rules.addAll(relations.curatorsAtWork(one, other, Word.CONSENT_MISSING));
        }
        return rules.stream().map(rule -> new Violation(relations.ids(List.of(one, other)), rule)).toList();
    }

    private List<Violation> threes(List<Circle> circles) {
        List<Long> inThrees = circles.stream().map(Circle::schoolIds).filter(ids -> ids.size() == 3)
                .flatMap(List::stream).toList();
        String names = relations.names(inThrees.stream().map(relations::place).toList());
        if (!inThrees.isEmpty() && relations.size() % 2 == 0) {
            return List.of(new Violation(inThrees,
                    Reason.of(Word.THREE_WITH_EVEN_COUNT, Integer.toString(relations.size()), names)));
        }
        return inThrees.size() > 3 ? List.of(new Violation(inThrees, Reason.of(Word.SEVERAL_THREES, names)))
                : List.of();
    }

    private List<Violation> fixedBroken(List<List<Long>> circles) {
        return input.fixed().stream()
                .filter(kept -> circles.stream().noneMatch(circle -> circle.containsAll(kept)))
                .map(kept -> new Violation(List.copyOf(kept), Reason.of(Word.FIXED_BROKEN, relations.names(
                        kept.stream().map(relations::place).filter(Objects::nonNull).toList()))))
                .toList();
    }

    /** A pairing that still waits for a consent is not valid yet, so it does not make a repeat avoidable. */
    private boolean repeatsAreAvoidable(Cost cost) {
        Set<SchoolPair> open = new HashSet<>();
        for (int one = 0; one < relations.size(); one++) {
            for (int other = 0; other < one; other++) {
                if (relations.needsConsent(one, other)) {
                    open.add(relations.pair(one, other));
                }
            }
        }
        return new Pairing(input.alsoForbidding(open)).propose() instanceof Proposal other
                && other.cost().repeats() < cost.repeats() && other.cost().widenedFixed() <= cost.widenedFixed();
    }

    /**
     * New places for a school that lost its partner while circles run: another such school, or a pair that becomes a
     * circle of three. Circles of three take nobody in.
     *
     * @param orphanId a participant of the round
     * @param circles  the circles that go on
     * @param orphans  all schools that are without a partner; the school itself may be among them
     */
    public Replacements replacementsFor(long orphanId, List<List<Long>> circles, Set<Long> orphans) {
        int orphan = place(orphanId);
        List<Replacement> ranked = new ArrayList<>();
        List<Violation> obstacles = new ArrayList<>();
        for (long otherId : new TreeSet<>(orphans)) {
            if (otherId != orphanId) {
                int other = place(otherId);
                if (relations.admissible(orphan, other)) {
                    ranked.add(new Replacement(circle(List.of(orphan, other), List.of(
                            Reason.of(Word.PAIRED_WITH_ORPHAN)), Word.LAST_YEAR), relations.cost(orphan, other)));
                } else {
                    obstacles.addAll(forbidding(orphan, other));
                }
            }
        }
        for (List<Long> ids : circles) {
            if (ids.size() == 2 && !ids.contains(orphanId)) {
                List<Integer> pair = ids.stream().map(this::place).toList();
                if (pair.stream().allMatch(school -> relations.admissible(orphan, school))) {
                    ranked.add(joining(orphan, pair));
                } else {
                    pair.forEach(school -> obstacles.addAll(forbidding(orphan, school)));
                }
            }
        }
        ranked.sort(Comparator.comparing(Replacement::addedCost)
                .thenComparing(replacement -> replacement.circle().schoolIds().stream().sorted().toList().toString()));
        return new Replacements(List.copyOf(ranked), List.copyOf(obstacles));
    }

    private Replacement joining(int orphan, List<Integer> pair) {
        List<Integer> three = new ArrayList<>(pair);
        three.add(orphan);
        Cost added = added(orphan, pair);
        Circle circle = circle(three, List.of(Reason.of(Word.JOINED, relations.name(orphan),
                Long.toString(added.missedPoints()))), Word.LAST_YEAR);
        return new Replacement(circle, added.plus(new Cost(circle.cost().widenedFixed(), 0, 0, 0)));
    }

    private List<Violation> forbidding(int one, int other) {
        return relations.rulesBetween(List.of(Set.of(one), Set.of(other))).stream()
                .map(rule -> new Violation(relations.ids(List.of(one, other)), rule)).toList();
    }
}
