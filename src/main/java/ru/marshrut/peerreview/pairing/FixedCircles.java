package ru.marshrut.peerreview.pairing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The circles that the coordinator wants kept, as places of schools, and what is wrong with them. */
record FixedCircles(List<List<Integer>> circles, List<Collision> collisions) {

    static FixedCircles of(PairingInput input, Relations relations) {
        List<List<Integer>> circles = new ArrayList<>();
        List<Collision> collisions = new ArrayList<>();
        Set<Integer> taken = new TreeSet<>();
        for (Set<Long> fixed : input.fixed()) {
            fixed.stream().filter(id -> relations.place(id) == null).forEach(id -> collisions.add(new Collision(
                    List.of(id), Reason.of(Word.FIXED_OUTSIDE, Long.toString(id)), List.of())));
            List<Integer> circle = fixed.stream().map(relations::place).filter(Objects::nonNull).toList();
            for (int school : circle) {
                if (!taken.add(school)) {
                    collisions.add(collision(relations, List.of(school), List.of(),
                            Word.FIXED_TWICE, relations.name(school)));
                }
            }
            if (fixed.size() < 2 || fixed.size() > 3) {
                collisions.add(collision(relations, circle, List.of(), Word.FIXED_SIZE,
                        Integer.toString(fixed.size()), relations.names(circle)));
            }
            List<Reason> rules = relations.rulesBetween(circle.stream().map(Set::of).toList());
            if (!rules.isEmpty()) {
                collisions.add(collision(relations, circle, rules, Word.FIXED_BREAKS_RULE, relations.names(circle)));
            }
            circles.add(circle);
        }
        List<Integer> inThrees = circles.stream().filter(circle -> circle.size() == 3).flatMap(List::stream).toList();
        if (inThrees.size() > 3) {
            collisions.add(collision(relations, inThrees, List.of(), Word.FIXED_SEVERAL_THREES,
                    relations.names(inThrees)));
        } else if (!inThrees.isEmpty() && relations.size() % 2 == 0) {
            collisions.add(collision(relations, inThrees, List.of(), Word.FIXED_THREE_WITH_EVEN_COUNT,
                    relations.names(inThrees), Integer.toString(relations.size())));
        }
        return new FixedCircles(circles, collisions);
    }

    private static Collision collision(Relations relations, List<Integer> schools, List<Reason> rules, Word word,
                                       String... args) {
        return new Collision(relations.ids(schools), Reason.of(word, args), rules);
    }

    boolean holds(int school) {
        return circles.stream().anyMatch(circle -> circle.contains(school));
    }

    /** The fixed circle is a pair of which both schools are here, in a circle of three. */
    boolean widenedIn(List<Integer> schools) {
        return schools.size() == 3 && circles.stream()
                .anyMatch(circle -> circle.size() == 2 && schools.containsAll(circle));
    }

    boolean contain(List<Integer> schools) {
        return circles.stream().anyMatch(circle -> circle.size() == schools.size() && schools.containsAll(circle));
    }

    /** These two were put together by the coordinator. */
    boolean join(int one, int other) {
        return circles.stream().anyMatch(circle -> circle.contains(one) && circle.contains(other));
    }

    List<int[]> pairs() {
        return circles.stream().filter(circle -> circle.size() == 2)
                .map(circle -> new int[] {circle.get(0), circle.get(1)}).toList();
    }
}
