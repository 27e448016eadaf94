package ru.marshrut.schoolyear.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.marshrut.schoolyear.YearKey;
import ru.marshrut.schoolyear.concept.ConceptDocuments;

@Component
class OpenConceptDocumentsDelegate implements JavaDelegate {

    private final ConceptDocuments documents;

    OpenConceptDocumentsDelegate(ConceptDocuments documents) {
        this.documents = documents;
    }

    @Override
    public void execute(DelegateExecution execution) {
        documents.open(YearKey.yearOf(execution.getProcessBusinessKey()));
    }
}
