package ru.marshrut.work.process;

import java.time.ZoneId;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import ru.marshrut.access.EngineIdentities;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.TaskOrigin;
import ru.marshrut.work.TaskRegister;

/** Enters tasks into our table as the engine opens and closes them, in its transaction. */
@Component
class TaskEntries {

    /** Variable that names the side in a step per school. */
    static final String SCHOOL_ID = "schoolId";

    private static final String FORM_PREFIX = "embedded:/forms/";
    /** Characters: two lines of a card. */
    private static final int LONGEST_ON_CARD = 90;
    /** Characters: the engine keeps no more than 4000. */
    private static final int LONGEST_DESCRIPTION = 2000;

    private final ObjectProvider<TaskRegister> register;
    private final ObjectProvider<Territory> territory;

    TaskEntries(ObjectProvider<TaskRegister> register, ObjectProvider<Territory> territory) {
        this.register = register;
        this.territory = territory;
    }

    void opened(DelegateTask engineTask) {
        var definition = engineTask.getExecution();
        OpenTask task = register.getObject().opened(new TaskOrigin(engineTask.getId(),
            engineTask.getProcessDefinitionId().split(":")[0], engineTask.getTaskDefinitionKey(), form(engineTask),
            definition.getProcessBusinessKey(), (Long) engineTask.getVariable(SCHOOL_ID)));
        engineTask.setName(task.title());
        engineTask.setDescription(abbreviated(task.context(), LONGEST_DESCRIPTION));
        if (task.onlyFor() == null) {
            engineTask.addCandidateGroup(EngineIdentities.groupId(task.responsible().role(), task.responsible().place()));
        }
        if (task.assigneeId() != null) {
            engineTask.setAssignee(EngineIdentities.userId(task.assigneeId()));
        }
        showOnCard(engineTask, task);
    }

    void closed(DelegateTask engineTask, boolean completed) {
        register.getObject().closed(engineTask.getId(), completed);
    }

    /** Local to the task: its readers may not read the instance. */
    private void showOnCard(DelegateTask engineTask, OpenTask task) {
        if (task.schoolId() != null) {
            engineTask.setVariableLocal("school", territory.getObject().school(task.schoolId()).name());
        }
        if (!task.context().isBlank()) {
            engineTask.setVariableLocal("about", abbreviated(task.context(), LONGEST_ON_CARD));
        }
        if (task.due() != null) {
            ZoneId zone = territory.getObject().region(task.regionId()).zone();
            engineTask.setDueDate(EngineTasks.lastMoment(task.due().at()));
            engineTask.setVariableLocal(EngineTasks.UNTIL, EngineTasks.DAY.format(task.due().day(zone)));
        }
    }

    private static String abbreviated(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest).stripTrailing() + "…";
    }

    private static String form(DelegateTask engineTask) {
        String key = engineTask.getBpmnModelElementInstance().getCamundaFormKey();
        return key.substring(FORM_PREFIX.length(), key.length() - ".html".length());
    }
}
