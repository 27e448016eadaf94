package ru.marshrut.access;

import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.ProcessOwner;
import ru.marshrut.work.Responsible;
import ru.marshrut.work.TaskDescription;
import ru.marshrut.work.TaskOrigin;

/** The smallest process that the product's own listeners accept: one step of one school. */
class SchoolStep implements ProcessOwner {

    static final String KEY = "school-step";
    static final String TITLE = "Согласовать дату встречи";
    static final String SECRET = "балл 3";

    private final Territory territory;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TaskService tasks;

    SchoolStep(Territory territory, RepositoryService repository, RuntimeService runtime, TaskService tasks) {
        this.territory = territory;
        this.repository = repository;
        this.runtime = runtime;
        this.tasks = tasks;
    }

    @Override
    public String processKey() {
        return KEY;
    }

    @Override
    public TaskDescription describe(TaskOrigin origin) {
        return new TaskDescription(TITLE, "", territory.school(origin.schoolId()).regionId(), origin.schoolId(),
            new Responsible(Role.SCHOOL_COORDINATOR, Place.school(origin.schoolId())), null);
    }

    /** @return id of the school's task */
    String opensFor(long schoolId) {
        repository.createDeployment().name(KEY).enableDuplicateFiltering(true).addModelInstance(KEY + ".bpmn",
            Bpmn.createExecutableProcess(KEY).camundaHistoryTimeToLive(1).startEvent().userTask("task_step")
                .camundaFormKey("embedded:app:forms/access/step.html").endEvent().done()).deploy();
        var instance = runtime.startProcessInstanceByKey(KEY, "step-" + schoolId, Map.of("schoolId", schoolId, "secret", SECRET,
            "tenantId", EngineIdentities.tenantId(territory.school(schoolId).regionId())));
        return tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult().getId();
    }
}
