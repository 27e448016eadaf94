package ru.marshrut.roadmap.steps;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.documents.Documents;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.roadmap.process.SchoolMeasureModel;
import ru.marshrut.roadmap.running.SchoolWork;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;

@Component
class ConfirmDocument extends SchoolStep {

    ConfirmDocument(RoadMaps roadMaps, SchoolWork work, Documents documents) {
        super("confirm-document", roadMaps, work, documents);
    }

    enum Answer { YES, NO }

    @Override
    public Optional<FormInput> approval(OpenTask task, String comment) {
        return Optional.of(FormInput.of(Map.of("confirmed", Answer.YES.name(), "comment", comment)));
    }

    @Override
    public Optional<FormInput> returning(OpenTask task, String comment) {
        return Optional.of(FormInput.of(Map.of("confirmed", Answer.NO.name(), "comment", comment)));
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        boolean confirmed = input.choice("confirmed", Answer.class) == Answer.YES;
        work().confirm(id(task), viewer, confirmed, input.text("comment"));
        return Map.of(SchoolMeasureModel.CONFIRMED, confirmed);
    }
}
