package ru.marshrut.schoolyear.steps;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.schoolyear.profile.FirstVisits;
import ru.marshrut.schoolyear.profile.ProfileEntry;
import ru.marshrut.schoolyear.profile.RiskDirection;
import ru.marshrut.schoolyear.profile.RiskLevel;
import ru.marshrut.schoolyear.profile.Verification;
import ru.marshrut.schoolyear.profile.Verification.Ruling;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;

/** The municipal coordinator gives the level of each direction that the curator disputes. */
@Component
class DecideOnDisputes extends ProfileStep {

    private final Verification verification;
    private final FirstVisits visits;

    DecideOnDisputes(ProfileEntry profiles, Verification verification, FirstVisits visits) {
        super("decide-on-disputes", profiles);
        this.verification = verification;
        this.visits = visits;
    }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        Map<String, Object> model = super.show(task, viewer);
        model.put("visit", visits.of(yearId(task)).orElse(null));
        return model;
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        Map<String, Ruling> rulings = new LinkedHashMap<>();
        for (RiskDirection direction : profile(task).disputed()) {
            rulings.put(direction.code(), new Ruling(input.choice("level_" + direction.code(), RiskLevel.class),
                input.required("reason_" + direction.code())));
        }
        verification.decide(yearId(task), rulings, viewer);
        return Map.of();
    }
}
