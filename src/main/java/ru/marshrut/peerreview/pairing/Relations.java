package ru.marshrut.peerreview.pairing;

import ru.marshrut.territory.Settlement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What any two schools of the round would be to each other: admissible or not, at what cost, for which reasons.
 * Schools are addressed by their place in the order of ids.
 *
 * <p>For the matching a {@link Cost} is folded into one whole number. Each part weighs more than everything below it
 * can add up to in one round, so comparing the numbers compares the costs; with weights up to {@link Weights#LARGEST}
 * sums stay below 2^53 and are exact as doubles, too.
 */
final class Relations {

    /** Weight of a relation that a hard rule forbids. */
    static final long NONE = -1;

    private static final int SAME_CURATOR = 1;
    private static final int CONFLICT = 2;
    private static final int FORBIDDEN = 4;
    private static final int BLOCKED = SAME_CURATOR | CONFLICT | FORBIDDEN;
    private static final int LAST_YEAR = 8;
    private static final int CURATOR_WORKS = 16;
    private static final int CONSENT = 32;

    private final PairingInput input;
    private final List<Participant> schools;
    private final Map<Long, Integer> places = new HashMap<>();
    private final byte[][] flags;
    private final BitSet[] directions;
    private final int idealPoints;
    private final long openConsent;
    private final long repeat;
    private final long widenedFixed;
    private final long[][] weights;

    Relations(PairingInput input) {
        this.input = input;
        this.schools = input.participants();
        for (int i = 0; i < schools.size(); i++) {
            places.put(schools.get(i).schoolId(), i);
        }
        this.flags = new byte[schools.size()][schools.size()];
        this.directions = directionBits();
        this.idealPoints = idealPoints();
        long relations = schools.size() / 2 + 3L;
        this.openConsent = relations * idealPoints + 1;
        this.repeat = openConsent * (relations + 1);
        this.widenedFixed = repeat * (relations + 1);
        flagCurators();
        input.conflicts().forEach(conflict -> flag(conflict.schools(), CONFLICT));
        input.forbidden().forEach(pair -> flag(pair, FORBIDDEN));
        input.lastYear().forEach(pair -> flag(pair, LAST_YEAR));
        input.consents().forEach(pair -> flag(pair, CONSENT));
        this.weights = weights();
    }

    private long[][] weights() {
        long[][] result = new long[size()][size()];
        for (int one = 0; one < size(); one++) {
            for (int other = 0; other < one; other++) {
                result[one][other] = has(one, other, BLOCKED) ? NONE : weight(cost(one, other));
                result[other][one] = result[one][other];
            }
        }
        return result;
    }

    private BitSet[] directionBits() {
        Map<String, Integer> bits = new HashMap<>();
        BitSet[] result = new BitSet[schools.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = new BitSet();
            for (String code : schools.get(i).riskDirections()) {
                result[i].set(bits.computeIfAbsent(code, unseen -> bits.size()));
            }
        }
        return result;
    }

    /** Points of a relation that nothing in this round could surpass. */
    private int idealPoints() {
        int mostDirections = schools.stream().mapToInt(school -> school.riskDirections().size()).max().orElse(0);
        Weights weights = input.weights();
        return weights.commonDirection() * mostDirections + weights.otherMunicipality() + weights.sameSettlement();
    }

    private void flagCurators() {
        Map<Long, List<Integer>> held = new HashMap<>();
        Map<Long, List<Integer>> employed = new HashMap<>();
        for (int i = 0; i < schools.size(); i++) {
            for (Long curator : schools.get(i).curatorIds()) {
                held.computeIfAbsent(curator, unseen -> new ArrayList<>()).add(i);
            }
            for (Long person : schools.get(i).staffIds()) {
                employed.computeIfAbsent(person, unseen -> new ArrayList<>()).add(i);
            }
        }
        held.forEach((curator, holds) -> {
            flagAll(holds, holds, SAME_CURATOR);
            flagAll(holds, employed.getOrDefault(curator, List.of()), CURATOR_WORKS);
        });
    }

    private void flagAll(List<Integer> ones, List<Integer> others, int flag) {
        for (int one : ones) {
            for (int other : others) {
                if (one != other) {
                    set(one, other, flag);
                }
            }
        }
    }

    private void flag(SchoolPair pair, int flag) {
        Integer one = places.get(pair.first());
        Integer other = places.get(pair.second());
        if (one != null && other != null) {
            set(one, other, flag);
        }
    }

    private void set(int one, int other, int flag) {
        flags[one][other] |= (byte) flag;
        flags[other][one] |= (byte) flag;
    }

    private boolean has(int one, int other, int flag) {
        return (flags[one][other] & flag) != 0;
    }

    int size() {
        return schools.size();
    }

    long id(int school) {
        return schools.get(school).schoolId();
    }

    List<Long> ids(Collection<Integer> all) {
        return all.stream().map(this::id).toList();
    }

    /** Place of a school in the order of ids, or null when it is not in the round. */
    Integer place(long schoolId) {
        return places.get(schoolId);
    }

    String name(int school) {
        return schools.get(school).schoolName();
    }

    String names(Collection<Integer> all) {
        return all.stream().map(school -> "«" + name(school) + "»").collect(Collectors.joining(", "));
    }

    SchoolPair pair(int one, int other) {
        return SchoolPair.of(id(one), id(other));
    }

    boolean admissible(int one, int other) {
        return !has(one, other, BLOCKED);
    }

    boolean needsConsent(int one, int other) {
        return has(one, other, CURATOR_WORKS) && !has(one, other, CONSENT);
    }

    boolean repeatsLastYear(int one, int other) {
        return has(one, other, LAST_YEAR);
    }

    /** Cost of an admissible relation as one number, or {@link #NONE}. */
    long weight(int one, int other) {
        return weights[one][other];
    }

    private long weight(Cost cost) {
        return cost.widenedFixed() * widenedFixed + cost.repeats() * repeat + cost.openConsents() * openConsent
                + cost.missedPoints();
    }

    /** Weight of having to take a third school into a pair that the coordinator fixed. */
    long widenedFixed() {
        return widenedFixed;
    }

    /** The rules' part of a weight: what is left without the points of preferences. */
    long withoutPoints(long weight) {
        return weight / openConsent;
    }

    Cost cost(int one, int other) {
        return new Cost(0, repeatsLastYear(one, other) ? 1 : 0, needsConsent(one, other) ? 1 : 0,
                idealPoints - points(one, other));
    }

    private int points(int one, int other) {
        Weights weights = input.weights();
        Participant a = schools.get(one);
        Participant b = schools.get(other);
        return weights.commonDirection() * common(one, other).cardinality()
                + (a.municipalityId() != b.municipalityId() ? weights.otherMunicipality() : 0)
                + (a.settlement() == b.settlement() ? weights.sameSettlement() : 0);
    }

    private BitSet common(int one, int other) {
        BitSet common = (BitSet) directions[one].clone();
        common.and(directions[other]);
        return common;
    }

    /** @param lastYear how a repeat of last year is to be told */
    Relation relation(int one, int other, Word lastYear) {
        return new Relation(pair(one, other), cost(one, other), reasons(one, other, lastYear));
    }

    private List<Reason> reasons(int one, int other, Word lastYear) {
        Participant a = schools.get(one);
        Participant b = schools.get(other);
        List<Reason> reasons = new ArrayList<>();
        Set<String> common = new TreeSet<>(a.riskDirections());
        common.retainAll(b.riskDirections());
        if (!common.isEmpty()) {
            reasons.add(Reason.of(Word.COMMON_DIRECTIONS, common.stream()
                    .map(code -> input.directionNames().getOrDefault(code, code)).collect(Collectors.joining(", "))));
        }
        if (a.municipalityId() != b.municipalityId()) {
            reasons.add(Reason.of(Word.OTHER_MUNICIPALITY, a.municipalityName(), b.municipalityName()));
        }
        if (a.settlement() == b.settlement()) {
            reasons.add(Reason.of(switch (a.settlement()) {
                case CITY -> Word.SAME_SETTLEMENT_CITY;
                case TOWN -> Word.SAME_SETTLEMENT_TOWN;
                case VILLAGE -> Word.SAME_SETTLEMENT_VILLAGE;
            }));
        }
        if (reasons.isEmpty()) {
            reasons.add(Reason.of(Word.NO_PREFERENCE));
        }
        if (repeatsLastYear(one, other)) {
            reasons.add(Reason.of(lastYear));
        }
        if (has(one, other, CURATOR_WORKS)) {
            reasons.addAll(curatorsAtWork(one, other,
                    has(one, other, CONSENT) ? Word.CONSENT_RECORDED : Word.CONSENT_NEEDED));
        }
        return reasons;
    }

    /** One statement for each curator of one school that is employed in the other. */
    List<Reason> curatorsAtWork(int one, int other, Word word) {
        List<Reason> result = new ArrayList<>();
        for (int[] direction : new int[][] {{one, other}, {other, one}}) {
            Set<Long> curators = new TreeSet<>(schools.get(direction[0]).curatorIds());
            curators.retainAll(schools.get(direction[1]).staffIds());
            curators.forEach(curator -> result.add(
                    Reason.of(word, curatorName(curator), name(direction[0]), name(direction[1]))));
        }
        return result;
    }

    private String curatorName(long curator) {
        return input.curatorNames().getOrDefault(curator, Long.toString(curator));
    }

    /**
     * The rules that forbid relations between the given groups of schools (not inside a group), each told once: a
     * shared curator with all the schools of the groups that he holds.
     */
    List<Reason> rulesBetween(List<? extends Collection<Integer>> groups) {
        Map<Integer, Integer> groupOf = new TreeMap<>();
        for (int group = 0; group < groups.size(); group++) {
            for (int school : groups.get(group)) {
                groupOf.put(school, group);
            }
        }
        Map<Long, Set<Integer>> heldBy = new TreeMap<>();
        groupOf.keySet().forEach(school -> schools.get(school).curatorIds().forEach(curator ->
                heldBy.computeIfAbsent(curator, unseen -> new TreeSet<>()).add(school)));
        List<Reason> rules = new ArrayList<>();
        heldBy.forEach((curator, held) -> {
            if (held.stream().map(groupOf::get).distinct().count() > 1) {
                rules.add(Reason.of(Word.SAME_CURATOR, curatorName(curator), names(held)));
            }
        });
        for (DeclaredConflict conflict : input.conflicts()) {
            if (separates(conflict.schools(), groupOf)) {
                rules.add(Reason.of(Word.CONFLICT, name(places.get(conflict.schools().first())),
                        name(places.get(conflict.schools().second())), conflict.reason()));
            }
        }
        input.forbidden().stream().filter(pair -> separates(pair, groupOf))
                .map(pair -> List.of(places.get(pair.first()), places.get(pair.second())))
                .sorted((a, b) -> a.get(0).equals(b.get(0)) ? a.get(1) - b.get(1) : a.get(0) - b.get(0))
                .forEach(pair -> rules.add(Reason.of(Word.FORBIDDEN, name(pair.get(0)), name(pair.get(1)))));
        return rules;
    }

    private boolean separates(SchoolPair pair, Map<Integer, Integer> groupOf) {
        Integer one = places.get(pair.first());
        Integer other = places.get(pair.second());
        return one != null && other != null && groupOf.containsKey(one) && groupOf.containsKey(other)
                && !groupOf.get(one).equals(groupOf.get(other));
    }
}
