package ru.marshrut.schoolyear.steps;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.schoolyear.profile.Activation;
import ru.marshrut.schoolyear.profile.Activations;
import ru.marshrut.schoolyear.profile.ProfileEntry;
import ru.marshrut.schoolyear.profile.RiskDirection;
import ru.marshrut.schoolyear.profile.RiskProfile;
import ru.marshrut.shared.Refusal;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;

/** The directions that the school works on; at first those of high risk are ticked. */
@Component
class ActivateDirections extends ProfileStep {

    private final Activations activations;

    ActivateDirections(ProfileEntry profiles, Activations activations) {
        super("activate-directions", profiles);
        this.activations = activations;
    }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        Map<String, Object> model = super.show(task, viewer);
        model.put("most", activations.most());
        model.put("returned", activations.last(yearId(task)).filter(Activation::isReturned).orElse(null));
        return model;
    }

    @Override
    public FormInput initial(OpenTask task, Viewer viewer) {
        Optional<Activation> before = activations.last(yearId(task));
        Map<String, List<String>> fields = new HashMap<>();
        fields.put("direction", before.map(sent -> List.copyOf(sent.chosen()))
            .orElseGet(() -> profile(task).high().stream().map(RiskDirection::code).toList()));
        before.ifPresent(sent -> sent.choices().forEach(choice -> fields.put("reason_" + choice.direction(), List.of(choice.reason()))));
        return new FormInput(fields);
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        RiskProfile profile = profile(task);
        Set<String> chosen = new LinkedHashSet<>(input.all("direction"));
        chosen.stream().filter(code -> profile.directions().stream().noneMatch(direction -> direction.code().equals(code))).findFirst()
            .ifPresent(code -> {
                throw Refusal.ofField("direction", "work.form.unknownChoice", code);
            });
        Map<String, String> reasons = new LinkedHashMap<>();
        profile.directions().forEach(direction -> reasons.put(direction.code(), input.text("reason_" + direction.code())));
        activations.choose(yearId(task), chosen, reasons, viewer);
        return Map.of();
    }
}
