package ru.marshrut.schoolyear.steps;

import java.util.Map;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.schoolyear.concept.ConceptDocuments;
import ru.marshrut.schoolyear.concept.ConceptPages;
import ru.marshrut.shared.Refusal;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;

@Component
class PlaceConceptDocuments extends ConceptStep {

    private final ConceptDocuments documents;

    PlaceConceptDocuments(ConceptPages pages, ConceptDocuments documents) {
        super("place-concept-documents", pages);
        this.documents = documents;
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        if (!input.isChecked("placed")) {
            throw Refusal.ofField("placed", "schoolyear.concept.confirmPlacement");
        }
        documents.place(yearId(task), input.date("on"));
        return Map.of();
    }
}
