package ru.marshrut.roadmap.steps;

import java.util.Map;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.documents.Documents;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.roadmap.running.SchoolWork;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;

@Component
class PlaceDocument extends SchoolStep {

    PlaceDocument(RoadMaps roadMaps, SchoolWork work, Documents documents) {
        super("place-document", roadMaps, work, documents);
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        work().place(id(task), viewer, input.date("on"));
        return Map.of();
    }
}
