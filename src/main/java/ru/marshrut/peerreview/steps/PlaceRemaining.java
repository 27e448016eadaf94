package ru.marshrut.peerreview.steps;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.peerreview.CircleViews;
import ru.marshrut.peerreview.Dissolution;
import ru.marshrut.peerreview.Rounds;
import ru.marshrut.peerreview.Side;
import ru.marshrut.peerreview.pairing.Replacement;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;

@Component
class PlaceRemaining extends CircleStep {

    private static final String ALONE = "ALONE";

    private final Dissolution dissolution;
    private final Rounds rounds;
    private final Territory territory;

    PlaceRemaining(CircleViews views, Dissolution dissolution, Rounds rounds, Territory territory) {
        super("place-remaining", views);
        this.dissolution = dissolution;
        this.rounds = rounds;
        this.territory = territory;
    }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        Map<String, Object> model = super.show(task, viewer);
        model.put("waiting", dissolution.remainingOf(circleId(task)).stream().map(side -> choice(task, side)).toList());
        return model;
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        String reason = input.required("reason");
        for (Side side : dissolution.remainingOf(circleId(task))) {
            if (dissolution.remainingOf(circleId(task)).stream().noneMatch(left -> left.schoolId() == side.schoolId())) {
                continue; // has just been paired with the school before
            }
            String chosen = input.required("place_" + side.schoolId());
            if (chosen.equals(ALONE)) {
                dissolution.finishAlone(circleId(task), side.schoolId(), reason);
            } else {
                dissolution.place(circleId(task), side.schoolId(), schools(side, chosen), reason);
            }
        }
        return Map.of();
    }

    private Waiting choice(OpenTask task, Side side) {
        Map<String, String> places = new LinkedHashMap<>();
        for (Replacement place : dissolution.places(circleId(task), side.schoolId()).ranked()) {
            List<Long> partners = place.circle().schoolIds().stream().filter(id -> id != side.schoolId()).toList();
            String why = java.util.stream.Stream.concat(place.circle().reasons().stream(),
                place.circle().relations().stream().flatMap(relation -> relation.reasons().stream()))
                .map(rounds::inWords).distinct().collect(joining("; "));
            places.put(partners.stream().map(String::valueOf).collect(joining("-")),
                partners.stream().map(id -> territory.school(id).name()).collect(joining(", ")) + " (" + why + ")");
        }
        return new Waiting(territory.school(side.schoolId()), places);
    }

    private static Set<Long> schools(Side side, String chosen) {
        try {
            return Arrays.stream(chosen.split("-")).map(Long::valueOf).collect(toSet());
        } catch (NumberFormatException e) {
            throw Refusal.ofField("place_" + side.schoolId(), "work.form.unknownChoice", chosen);
        }
    }

    /** A school without a partner, and where it can go: partners' ids to words. */
    record Waiting(School school, Map<String, String> places) {}
}
