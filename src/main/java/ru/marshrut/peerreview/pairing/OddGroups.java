package ru.marshrut.peerreview.pairing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Why schools cannot all be paired (Tutte and Berge): without the {@code binding} schools the others fall apart into
 * groups that have no admissible pair between them. In each group of an odd number one school stays over, and only a
 * binding school can take it; so {@code odd.size() - binding.size()} schools, if positive, remain unpaired.
 */
record OddGroups(Set<Integer> binding, List<Set<Integer>> odd) {

    static OddGroups of(List<Integer> schools, Relations relations) {
        Set<Integer> binding = new TreeSet<>();
        PerfectMatching.oddSetCover(schools, (one, other) -> relations.admissible(one, other) ? 1 : Relations.NONE)
                .forEach((school, label) -> {
                    if (label == 1) {
                        binding.add(school);
                    }
                });
        return without(binding, schools, relations);
    }

    /** The same said with as few binding schools as possible. */
    OddGroups inFewerNames(List<Integer> schools, Relations relations) {
        OddGroups groups = this;
        for (int school : binding) {
            Set<Integer> fewer = new TreeSet<>(groups.binding());
            fewer.remove(school);
            OddGroups simpler = without(fewer, schools, relations);
            if (simpler.unpaired() >= groups.unpaired()) {
                groups = simpler;
            }
        }
        return groups;
    }

    /** Number of schools that stay without a partner in every division into pairs. */
    int unpaired() {
        return odd.size() - binding.size();
    }

    private static OddGroups without(Set<Integer> binding, List<Integer> schools, Relations relations) {
        List<Set<Integer>> odd = new ArrayList<>();
        Set<Integer> unseen = new TreeSet<>(schools);
        unseen.removeAll(binding);
        while (!unseen.isEmpty()) {
            Set<Integer> group = new TreeSet<>();
            Deque<Integer> reached = new ArrayDeque<>(List.of(unseen.iterator().next()));
            unseen.remove(reached.peek());
            while (!reached.isEmpty()) {
                int school = reached.poll();
                group.add(school);
                for (int other : new HashSet<>(unseen)) {
                    if (relations.admissible(school, other)) {
                        unseen.remove(other);
                        reached.add(other);
                    }
                }
            }
            if (group.size() % 2 == 1) {
                odd.add(group);
            }
        }
        return new OddGroups(binding, odd);
    }
}
