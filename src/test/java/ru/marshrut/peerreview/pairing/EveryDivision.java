package ru.marshrut.peerreview.pairing;

import ru.marshrut.territory.Settlement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules told a second time, by trying every division of a small round; slow and plain on purpose. */
final class EveryDivision {

    private final PairingInput input;
    private final Map<Long, Participant> schools = new HashMap<>();
    private Cost best;

    private EveryDivision(PairingInput input) {
        this.input = input;
        input.participants().forEach(school -> schools.put(school.schoolId(), school));
    }

    static Optional<Cost> cheapestOf(PairingInput input) {
        EveryDivision search = new EveryDivision(input);
        search.divide(new ArrayList<>(search.schools.keySet()), new ArrayList<>(), input.participants().size() % 2 == 1);
        return Optional.ofNullable(search.best);
    }

    private void divide(List<Long> left, List<Set<Long>> circles, boolean threeIsLeft) {
        if (left.isEmpty()) {
            if (!threeIsLeft) {
                consider(circles);
            }
            return;
        }
        long first = left.get(0);
        for (int i = 1; i < left.size(); i++) {
            descend(left, circles, threeIsLeft, Set.of(first, left.get(i)));
            for (int j = i + 1; threeIsLeft && j < left.size(); j++) {
                descend(left, circles, false, Set.of(first, left.get(i), left.get(j)));
            }
        }
    }

    private void descend(List<Long> left, List<Set<Long>> circles, boolean threeIsLeft, Set<Long> circle) {
        List<Long> rest = new ArrayList<>(left);
        rest.removeAll(circle);
        circles.add(circle);
        divide(rest, circles, threeIsLeft);
        circles.remove(circles.size() - 1);
    }

    private void consider(List<Set<Long>> circles) {
        Cost cost = new Cost(0, 0, 0, 0);
        for (Set<Long> kept : input.fixed()) {
            if (circles.stream().noneMatch(circle -> circle.containsAll(kept))) {
                return;
            }
            if (!circles.contains(kept)) {
                cost = cost.plus(new Cost(1, 0, 0, 0));
            }
        }
        for (Set<Long> circle : circles) {
            for (long one : circle) {
                for (long other : circle) {
                    if (one < other) {
                        Optional<Cost> relation = relation(schools.get(one), schools.get(other));
                        if (relation.isEmpty()) {
                            return;
                        }
                        cost = cost.plus(relation.get());
                    }
                }
            }
        }
        if (best == null || cost.compareTo(best) < 0) {
            best = cost;
        }
    }

    private Optional<Cost> relation(Participant a, Participant b) {
        SchoolPair pair = SchoolPair.of(a.schoolId(), b.schoolId());
        if (!common(a.curatorIds(), b.curatorIds()).isEmpty() || input.forbidden().contains(pair)
                || input.conflicts().stream().anyMatch(conflict -> conflict.schools().equals(pair))) {
            return Optional.empty();
        }
        boolean curatorWorks = !common(a.curatorIds(), b.staffIds()).isEmpty()
                || !common(b.curatorIds(), a.staffIds()).isEmpty();
        Weights weights = input.weights();
        int mostDirections = schools.values().stream().mapToInt(school -> school.riskDirections().size()).max()
                .orElse(0);
        int missed = weights.commonDirection()
                * (mostDirections - common(a.riskDirections(), b.riskDirections()).size());
        if (a.municipalityId() == b.municipalityId()) {
            missed += weights.otherMunicipality();
        }
        if (a.settlement() != b.settlement()) {
            missed += weights.sameSettlement();
        }
        return Optional.of(new Cost(0, input.lastYear().contains(pair) ? 1 : 0,
                curatorWorks && !input.consents().contains(pair) ? 1 : 0, missed));
    }

    private static <T> Set<T> common(Set<T> one, Set<T> other) {
        Set<T> common = new HashSet<>(one);
        common.retainAll(other);
        return common;
    }
}
