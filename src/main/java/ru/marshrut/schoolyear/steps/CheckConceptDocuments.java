package ru.marshrut.schoolyear.steps;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.schoolyear.concept.ConceptDocument;
import ru.marshrut.schoolyear.concept.ConceptDocuments;
import ru.marshrut.schoolyear.concept.ConceptPages;
import ru.marshrut.schoolyear.process.ConceptDocumentsModel;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;

/** A decision on each document that the school has handed in, always with a comment. */
@Component
class CheckConceptDocuments extends ConceptStep {

    enum Answer { APPROVE, RETURN }

    private final ConceptDocuments documents;

    CheckConceptDocuments(ConceptPages pages, ConceptDocuments documents) {
        super("check-concept-documents", pages);
        this.documents = documents;
    }

    @Override
    public Optional<FormInput> approval(OpenTask task, String comment) {
        return Optional.of(forAll(task, Answer.APPROVE, comment));
    }

    @Override
    public Optional<FormInput> returning(OpenTask task, String comment) {
        return Optional.of(forAll(task, Answer.RETURN, comment));
    }

    private FormInput forAll(OpenTask task, Answer answer, String comment) {
        Map<String, String> fields = new HashMap<>();
        documents.sent(yearId(task)).forEach(document -> {
            fields.put("decision_" + document.kind(), answer.name());
            fields.put("comment_" + document.kind(), comment);
        });
        return FormInput.of(fields);
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        Map<String, ConceptDocuments.Decision> said = new LinkedHashMap<>();
        for (ConceptDocument document : documents.sent(yearId(task))) {
            boolean approved = input.choice("decision_" + document.kind(), Answer.class) == Answer.APPROVE;
            said.put(document.kind(), new ConceptDocuments.Decision(approved, input.required("comment_" + document.kind())));
        }
        return Map.of(ConceptDocumentsModel.APPROVED, documents.decide(yearId(task), viewer, task, said));
    }
}
