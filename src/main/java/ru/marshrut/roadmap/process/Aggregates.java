package ru.marshrut.roadmap.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The aggregate that an instance of our processes is about. */
final class Aggregates {

    private Aggregates() {}

    static long id(DelegateExecution execution) {
        return Long.parseLong(execution.getProcessBusinessKey());
    }
}
