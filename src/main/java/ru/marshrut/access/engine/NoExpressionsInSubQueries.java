package ru.marshrut.access.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.query.Query;

/**
 * Refuses expressions in the or-parts of a task query (CVE-2026-109432): the engine checks the query's own level
 * only, and would evaluate, hence run, what anybody signed in has written below it.
 */
class NoExpressionsInSubQueries extends CommandInterceptor {

    private final String refusal;

    NoExpressionsInSubQueries(String refusal) {
        this.refusal = refusal;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof TaskQueryImpl query) {
            check(query, refusal);
        }
        return next.execute(command);
    }

    static void check(Query<?, ?> query, String refusal) {
        if (query instanceof TaskQueryImpl tasks
                && tasks.getQueries().stream().anyMatch(part -> part != tasks && !part.getExpressions().isEmpty())) {
            throw new BadUserRequestException(refusal);
        }
    }
}
