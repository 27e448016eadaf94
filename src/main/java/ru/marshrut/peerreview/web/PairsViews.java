package ru.marshrut.peerreview.web;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.peerreview.Circle;
import ru.marshrut.peerreview.Round;
import ru.marshrut.peerreview.Rounds;
import ru.marshrut.peerreview.Side;
import ru.marshrut.peerreview.pairing.CheckedCircles;
import ru.marshrut.peerreview.pairing.Infeasible;
import ru.marshrut.peerreview.pairing.Reason;
import ru.marshrut.peerreview.pairing.Relation;
import ru.marshrut.peerreview.web.PairsView.CircleLine;
import ru.marshrut.peerreview.web.PairsView.Collided;
import ru.marshrut.peerreview.web.PairsView.RelationLine;
import ru.marshrut.peerreview.web.PairsView.State;
import ru.marshrut.peerreview.web.PairsView.ViolationLine;
import ru.marshrut.shared.Refusal;

/** Puts the pairing of a round into words. */
@Component
@Transactional(readOnly = true)
class PairsViews {

    private final Rounds rounds;
    private final PairingDecisions decisions;
    private final SchoolNames names;

    PairsViews(Rounds rounds, PairingDecisions decisions, SchoolNames names) {
        this.rounds = rounds;
        this.decisions = decisions;
        this.names = names;
    }

    /** Refused for a round whose pairs are approved. */
    PairsView of(Round round) {
        if (round.status() != Round.Status.PAIRING) {
            throw Refusal.of("peerreview.round.alreadyApproved");
        }
        return switch (decisions.state(round.id())) {
            case PROPOSING -> new PairsView(State.PROPOSING, List.of(), null, false, List.of(), List.of());
            case TO_FIX -> new PairsView(State.TO_FIX, List.of(), null, false, List.of(), collisions(round));
            case TO_APPROVE -> proposed(round);
        };
    }

    private List<Collided> collisions(Round round) {
        Map<Long, SchoolName> schools = names.of(round.regionId(), rounds.schools(round.id()));
        return rounds.outlook(round.id()) instanceof Infeasible infeasible ? infeasible.collisions().stream()
            .map(collision -> new Collided(rounds.inWords(collision.statement()),
                collision.schools().stream().map(schools::get).filter(Objects::nonNull).toList(), inWords(collision.rules())))
            .toList() : List.of();
    }

    private PairsView proposed(Round round) {
        CheckedCircles checked = rounds.check(round.id());
        Set<Long> taking = new TreeSet<>(rounds.schools(round.id()));
        Map<Long, SchoolName> schools = names.of(round.regionId(), taking);
        Map<Set<Long>, ru.marshrut.peerreview.pairing.Circle> known = checked.circles().stream()
            .collect(toMap(circle -> Set.copyOf(circle.schoolIds()), circle -> circle, (one, same) -> one));
        List<ViolationLine> violations = checked.violations().stream()
            .map(violation -> new ViolationLine(rounds.inWords(violation.rule()), violation.schools(), violation.curedByConsent())).toList();
        List<CircleLine> lines = new ArrayList<>();
        for (List<Long> ids : standing(round, taking)) {
            ru.marshrut.peerreview.pairing.Circle circle = known.get(new HashSet<>(ids));
            List<ViolationLine> broken = violations.stream()
                .filter(violation -> !violation.schools().isEmpty() && ids.containsAll(violation.schools())).toList();
            lines.add(new CircleLine(ids.stream().map(schools::get).toList(),
                circle == null ? List.of() : circle.relations().stream().map(relation -> line(relation, schools)).toList(),
                circle == null ? List.of() : inWords(circle.reasons()), circle == null ? null : circle.cost(),
                circle != null && circle.needsConsent(), broken));
        }
        lines.sort(Comparator.comparing(CircleLine::needsAttention).reversed().thenComparing(line -> line.schools().get(0).name()));
        return new PairsView(State.TO_APPROVE, lines, checked.cost(), checked.canBeApproved(), violations, List.of());
    }

    /** The proposed circles, and each school that is in none as one of its own. */
    private List<List<Long>> standing(Round round, Set<Long> taking) {
        List<List<Long>> standing = new ArrayList<>();
        Set<Long> unplaced = new TreeSet<>(taking);
        for (Circle circle : rounds.circles(round.id())) {
            List<Long> ids = circle.sides().stream().map(Side::schoolId).toList();
            standing.add(ids);
            ids.forEach(unplaced::remove);
        }
        unplaced.forEach(school -> standing.add(List.of(school)));
        return standing;
    }

    private RelationLine line(Relation relation, Map<Long, SchoolName> schools) {
        return new RelationLine(schools.get(relation.schools().first()), schools.get(relation.schools().second()),
            inWords(relation.reasons()), relation.cost(), relation.needsConsent(), relation.repeatsLastYear());
    }

    private List<String> inWords(List<Reason> reasons) {
        return reasons.stream().map(rounds::inWords).toList();
    }
}
