package ru.marshrut.schoolyear.steps;

import java.util.Map;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.schoolyear.concept.ConceptDocuments;
import ru.marshrut.schoolyear.concept.ConceptPages;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;

@Component
class SendConceptDocuments extends ConceptStep {

    private final ConceptDocuments documents;

    SendConceptDocuments(ConceptPages pages, ConceptDocuments documents) {
        super("send-concept-documents", pages);
        this.documents = documents;
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        documents.send(yearId(task), viewer);
        return Map.of();
    }
}
