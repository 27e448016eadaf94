package ru.marshrut.schoolyear.process;

/** {@code processes/schoolyear/concept-documents.bpmn}. Business key: the year's id. */
public final class ConceptDocumentsModel {

    public static final String KEY = "concept-documents";

    public static final String SEND = "task_sendConceptDocuments";
    public static final String CHECK = "task_checkConceptDocuments";
    public static final String PLACE = "task_placeConceptDocuments";

    /** {@code Boolean}: the curator has approved all that is required. */
    public static final String APPROVED = "approved";

    private ConceptDocumentsModel() {}
}
