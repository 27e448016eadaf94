package ru.marshrut.peerreview.pairing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the schools and rules that collide when no valid pairing exists. */
final class Explanation {

    /** Names shown of a large group; which schools are in it matters less than that it is a group. */
    private static final int SHOWN = 5;

    private final Relations relations;
    private final FixedCircles fixed;
    private final List<Integer> free;

    Explanation(Relations relations, FixedCircles fixed, List<Integer> free) {
        this.relations = relations;
        this.fixed = fixed;
        this.free = free;
    }

    List<Collision> collisions() {
        List<Collision> alone = free.stream().filter(this::hasNoPlace).map(this::withoutPartner).toList();
        return alone.isEmpty() ? List.of(tooManyApart()) : alone;
    }

    private boolean hasNoPlace(int school) {
        boolean widensFixed = free.size() % 2 == 1 && fixed.pairs().stream().anyMatch(pair ->
                relations.admissible(school, pair[0]) && relations.admissible(school, pair[1]));
        return !widensFixed
                && free.stream().noneMatch(other -> other != school && relations.admissible(school, other));
    }

    private Collision withoutPartner(int school) {
        Set<Integer> others = new TreeSet<>();
        for (int other = 0; other < relations.size(); other++) {
            if (other != school) {
                others.add(other);
            }
        }
        return new Collision(relations.ids(List.of(school)), Reason.of(Word.NO_PARTNER, relations.name(school)),
                rules(List.of(Set.of(school), others), Set.of(school)));
    }

    private Collision tooManyApart() {
        OddGroups groups = OddGroups.of(free, relations);
        if (groups.unpaired() == free.size() % 2) {
            // all but one can be paired; it is the circle of three that cannot be made
            Set<Integer> schools = in(groups);
            return new Collision(relations.ids(schools), Reason.of(Word.NO_CIRCLE_OF_THREE, shown(schools)),
                    rules(schools.stream().map(Set::of).toList(), schools));
        }
        OddGroups fewer = groups.inFewerNames(free, relations);
        return new Collision(relations.ids(in(fewer)), statement(fewer), rules(fewer.odd(), in(fewer)));
    }

    private static Set<Integer> in(OddGroups groups) {
        Set<Integer> schools = new TreeSet<>();
        groups.odd().forEach(schools::addAll);
        return schools;
    }

    private Reason statement(OddGroups groups) {
        if (groups.odd().stream().allMatch(group -> group.size() == 1)) {
            return Reason.of(Word.ONLY_EACH_WITH, relations.names(in(groups)), relations.names(groups.binding()));
        }
        String shown = groups.odd().stream().map(this::shown).collect(Collectors.joining("; "));
        return groups.binding().isEmpty() ? Reason.of(Word.ODD_GROUPS, shown)
                : Reason.of(Word.ODD_GROUPS_AROUND, shown, relations.names(groups.binding()));
    }

    private String shown(Collection<Integer> group) {
        return group.size() <= SHOWN ? relations.names(group)
                : relations.names(group.stream().limit(SHOWN).toList()) + " … (" + group.size() + ")";
    }

    /** The rules between the groups, and the fixed circles that hold somebody whom these schools could have had. */
    private List<Reason> rules(List<? extends Collection<Integer>> groups, Set<Integer> schools) {
        List<Reason> rules = new ArrayList<>(relations.rulesBetween(groups));
        for (List<Integer> circle : fixed.circles()) {
            if (circle.stream().anyMatch(held ->
                    schools.stream().anyMatch(school -> relations.admissible(school, held)))) {
                rules.add(Reason.of(Word.TAKEN_BY_FIXED, relations.names(circle)));
            }
        }
        return rules;
    }
}
