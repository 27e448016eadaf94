package ru.marshrut.schoolyear.steps;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.schoolyear.process.RiskProfileModel;
import ru.marshrut.schoolyear.profile.FirstVisits;
import ru.marshrut.schoolyear.profile.ProfileEntry;
import ru.marshrut.schoolyear.profile.RiskDirection;
import ru.marshrut.schoolyear.profile.RiskLevel;
import ru.marshrut.schoolyear.profile.RiskProfile;
import ru.marshrut.schoolyear.profile.Verification;
import ru.marshrut.schoolyear.profile.Verification.Answer;
import ru.marshrut.schoolyear.profile.Verification.Verdict;
import ru.marshrut.shared.Refusal;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;

/** The curator's word on each direction: confirmed, corrected, or disputed. */
@Component
class VerifyProfile extends ProfileStep {

    private final Verification verification;
    private final FirstVisits visits;

    VerifyProfile(ProfileEntry profiles, Verification verification, FirstVisits visits) {
        super("verify-profile", profiles);
        this.verification = verification;
        this.visits = visits;
    }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        Map<String, Object> model = super.show(task, viewer);
        model.put("visit", visits.of(yearId(task)).orElse(null));
        model.put("verdicts", Verdict.values());
        return model;
    }

    @Override
    public FormInput initial(OpenTask task, Viewer viewer) {
        RiskProfile profile = profile(task);
        Map<String, List<String>> fields = new HashMap<>();
        fields.put("revision", List.of(String.valueOf(profile.revision())));
        profile.directions().forEach(direction -> fields.put("level_" + direction.code(), List.of(direction.level().name())));
        return new FormInput(fields);
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        RiskProfile profile = profile(task);
        String seen = input.text("revision");
        if (!seen.isEmpty() && !seen.equals(String.valueOf(profile.revision()))) {
            throw Refusal.of("schoolyear.verification.changedMeanwhile");
        }
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (RiskDirection direction : profile.directions()) {
            Verdict verdict = input.choice("verdict_" + direction.code(), Verdict.class);
            RiskLevel level = verdict == Verdict.CORRECT ? input.choice("level_" + direction.code(), RiskLevel.class) : null;
            answers.put(direction.code(), new Answer(verdict, level, input.text("comment_" + direction.code())));
        }
        return Map.of(RiskProfileModel.DISPUTED, verification.verify(yearId(task), answers, viewer, task));
    }
}
