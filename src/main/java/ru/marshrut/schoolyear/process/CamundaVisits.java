package ru.marshrut.schoolyear.process;

import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import ru.marshrut.schoolyear.YearKey;
import ru.marshrut.schoolyear.visits.VisitsEngine;

@Component
class CamundaVisits implements VisitsEngine {

    /** The event of the model that waits while no report is open. */
    private static final String WAITING = "event_visitsChanged";

    private final RuntimeService runtime;

    CamundaVisits(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public boolean runs(long yearId) {
        return instance(yearId).isPresent();
    }

    @Override
    public void visitsChanged(long yearId, boolean taken) {
        instance(yearId).map(this::awaited).filter(event -> taken || event.getActivityId().equals(WAITING))
            .ifPresent(event -> runtime.messageEventReceived(event.getEventName(), event.getExecutionId()));
    }

    @Override
    public void removalRequested(long yearId) {
        runtime.createMessageCorrelation(CuratorVisitsModel.REMOVAL_REQUESTED).processInstanceId(instance(yearId).orElseThrow().getId()).correlate();
    }

    private Optional<ProcessInstance> instance(long yearId) {
        return Optional.ofNullable(runtime.createProcessInstanceQuery().processDefinitionKey(CuratorVisitsModel.KEY)
            .processInstanceBusinessKey(new YearKey(yearId, 0).toString()).singleResult());
    }

    /** Null between two steps: what is taken next is read then. */
    private EventSubscription awaited(ProcessInstance instance) {
        return runtime.createEventSubscriptionQuery().processInstanceId(instance.getId()).eventName(CuratorVisitsModel.VISITS_CHANGED).singleResult();
    }
}
