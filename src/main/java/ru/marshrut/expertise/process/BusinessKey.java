package ru.marshrut.expertise.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The id of what an instance is about: of the expertise, or of a school of its sample. */
final class BusinessKey {

    private BusinessKey() {}

    static long of(DelegateExecution execution) {
        return Long.parseLong(execution.getProcessBusinessKey());
    }
}
