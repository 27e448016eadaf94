package ru.marshrut.testing;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import ru.marshrut.access.EngineIdentities;
import ru.marshrut.access.Viewer;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.Due;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.ProcessOwner;
import ru.marshrut.work.Responsible;
import ru.marshrut.work.StepForm;
import ru.marshrut.work.TaskDescription;
import ru.marshrut.work.TaskOrigin;

/** A process of one step: an expert checks a school of a region. Imported by the tests that need it. */
public class PersonalStep implements ProcessOwner, StepForm {

    public static final String KEY = "personal-step";
    public static final String TITLE = "Проверить школу";
    public static final String QUESTION = "Чем подтверждены мероприятия?";
    public static final String SECRET = "балл первого эксперта 3";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Map<String, TaskDescription> described = new ConcurrentHashMap<>();
    private final Territory territory;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TaskService tasks;

    PersonalStep(Territory territory, RepositoryService repository, RuntimeService runtime, TaskService tasks) {
        this.territory = territory;
        this.repository = repository;
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /** @param expert the one who is meant, or null: whoever is an expert of the region. @return id of the task */
    public String opens(long schoolId, Long expert, Instant due) {
        String key = String.valueOf(COUNT.incrementAndGet());
        long region = territory.school(schoolId).regionId();
        described.put(key, new TaskDescription(TITLE, "Выборка этапа", region, schoolId, new Responsible(Role.EXPERT, Place.region(region)),
            new Due(due, "срок проверки"), expert));
        repository.createDeployment().name(KEY).enableDuplicateFiltering(true).addModelInstance(KEY + ".bpmn",
            Bpmn.createExecutableProcess(KEY).camundaHistoryTimeToLive(1).startEvent().userTask("task_check")
                .camundaFormKey("embedded:/forms/personal/step.html").endEvent().done()).deploy();
        var instance = runtime.startProcessInstanceByKey(KEY, key,
            Map.of("schoolId", schoolId, "secret", SECRET, "tenantId", EngineIdentities.tenantId(region)));
        return tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult().getId();
    }

    @Override
    public String processKey() {
        return KEY;
    }

    @Override
    public TaskDescription describe(TaskOrigin origin) {
        return described.get(origin.businessKey());
    }

    @Override
    public boolean extendable(OpenTask task) {
        return true;
    }

    @Override
    public void decideOn(OpenTask task, long extensionId) {
        // nobody is asked here: the request itself is what the tests look at
    }

    @Override
    public String form() {
        return "personal/step";
    }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        return Map.of("question", QUESTION);
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        return Map.of();
    }
}
