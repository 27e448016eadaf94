package ru.marshrut.work.process;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.EngineIdentities;

/**
 * The filters of the task list, the same for everybody: whoever opens one sees only what he may. They are found again
 * by a mark of ours, so that a changed name or query replaces the filter and links to it stay good.
 */
@Component
class TaskFilters {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final String MARK = "marshrut";

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final MessageSource messages;
    private final JdbcClient jdbc;

    TaskFilters(FilterService filters, TaskService tasks, AuthorizationService authorizations, MessageSource messages, JdbcClient jdbc) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Transactional
    public void ensure() {
        // Several nodes may start at once.
        jdbc.sql("select pg_advisory_xact_lock(hashtext('marshrut.filters'))::text").query(String.class).single();
        ensure(10, "mine", "#1f4e79", mostUrgentFirst(query().taskAssigneeExpression("${currentUser()}")));
        ensure(20, "roles", "#1f4e79", mostUrgentFirst(query().taskCandidateGroupInExpression("${currentUserGroups()}").includeAssignedTasks()));
        ensure(30, "overdue", "#a32020", mostUrgentFirst(query().dueBeforeExpression("${now()}")));
        ensure(40, "week", "#d9822b", mostUrgentFirst(query().dueAfterExpression("${now()}")
            .dueBeforeExpression("${dateTime().withTimeAtStartOfDay().withDayOfWeek(7).plusDays(1)}")));
        ensure(50, "schools", "#55626f", query().orderByTaskVariable("school", ValueType.STRING).asc().orderByDueDate().asc());
    }

    private TaskQuery query() {
        return tasks.createTaskQuery();
    }

    private static TaskQuery mostUrgentFirst(TaskQuery query) {
        return query.orderByDueDate().asc();
    }

    private void ensure(int order, String name, String color, TaskQuery query) {
        Filter known = filters.createTaskFilterQuery().list().stream()
            .filter(filter -> filter.getProperties() != null && name.equals(filter.getProperties().get(MARK)))
            .findFirst().orElseGet(filters::newTaskFilter);
        known.setName(words(name)).setQuery(query).setProperties(Map.of(
            MARK, name,
            "priority", order,
            "color", color,
            "description", words(name + ".description"),
            "refresh", true,
            "showUndefinedVariable", false,
            "variables", List.of(shown("about"), shown("school"), shown("until"))));
        grant(filters.saveFilter(known).getId());
    }

    private Map<String, String> shown(String variable) {
        return Map.of("name", variable, "label", words("card." + variable));
    }

    private void grant(String filterId) {
        boolean granted = authorizations.createAuthorizationQuery().groupIdIn(EngineIdentities.PARTICIPANTS)
            .resourceType(Resources.FILTER).resourceId(filterId).count() > 0;
        if (!granted) {
            Authorization grant = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
            grant.setGroupId(EngineIdentities.PARTICIPANTS);
            grant.setResource(Resources.FILTER);
            grant.setResourceId(filterId);
            grant.addPermission(Permissions.READ);
            authorizations.saveAuthorization(grant);
        }
    }

    private String words(String code) {
        return messages.getMessage("work.filter." + code, null, RUSSIAN);
    }
}
