package ru.marshrut.schoolyear.steps;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.schoolyear.process.RiskProfileModel;
import ru.marshrut.schoolyear.profile.Activations;
import ru.marshrut.schoolyear.profile.ProfileEntry;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;

/** The curator confirms the chosen directions or sends them back with a comment. */
@Component
class ConfirmActivation extends ProfileStep {

    private final Activations activations;

    ConfirmActivation(ProfileEntry profiles, Activations activations) {
        super("confirm-activation", profiles);
        this.activations = activations;
    }

    enum Decision { CONFIRM, RETURN }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        Map<String, Object> model = super.show(task, viewer);
        model.put("sent", activations.last(yearId(task)).orElseThrow());
        return model;
    }

    @Override
    public Optional<FormInput> approval(OpenTask task, String comment) {
        return Optional.of(FormInput.of(Map.of("decision", Decision.CONFIRM.name(), "comment", comment)));
    }

    @Override
    public Optional<FormInput> returning(OpenTask task, String comment) {
        return Optional.of(FormInput.of(Map.of("decision", Decision.RETURN.name(), "comment", comment)));
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        boolean confirmed = input.choice("decision", Decision.class) == Decision.CONFIRM;
        activations.answer(yearId(task), confirmed, input.text("comment"), viewer, task);
        return Map.of(RiskProfileModel.ACTIVATION, confirmed ? RiskProfileModel.CONFIRMED : RiskProfileModel.RETURNED);
    }
}
