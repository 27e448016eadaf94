package ru.marshrut.access.engine;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.query.Query;

/**
 * Filters whose or-parts hold no expressions. What comes with a request to extend a stored filter may hold none at
 * all: only stored filters, such as «mine», may say {@code ${currentUser()}}.
 */
class PlainFilters extends FilterServiceImpl {

    private final String refusal;

    PlainFilters(String refusal) {
        this.refusal = refusal;
    }

    @Override
    public Filter saveFilter(Filter filter) {
        Query<?, ?> query = filter.getQuery();
        NoExpressionsInSubQueries.check(query, refusal);
        return super.saveFilter(filter);
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> list(String filterId, Q extension) {
        check(extension);
        return super.list(filterId, extension);
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> listPage(String filterId, Q extension, int first, int max) {
        check(extension);
        return super.listPage(filterId, extension, first, max);
    }

    @Override
    public <T, Q extends Query<?, T>> T singleResult(String filterId, Q extension) {
        check(extension);
        return super.singleResult(filterId, extension);
    }

    @Override
    public Long count(String filterId, Query<?, ?> extension) {
        check(extension);
        return super.count(filterId, extension);
    }

    private void check(Query<?, ?> extension) {
        NoExpressionsInSubQueries.check(extension, refusal);
        if (extension instanceof AbstractQuery<?, ?> query && !query.getExpressions().isEmpty()) {
            throw new BadUserRequestException(refusal);
        }
    }
}
