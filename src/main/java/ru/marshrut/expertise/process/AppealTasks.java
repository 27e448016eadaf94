package ru.marshrut.expertise.process;

import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Which appeal an open task is about. */
@Component
public class AppealTasks {

    private final TaskService tasks;

    AppealTasks(TaskService tasks) {
        this.tasks = tasks;
    }

    /** Throws {@link IllegalArgumentException} for a task of another kind. */
    public long appealOf(String taskId) {
        if (tasks.getVariable(taskId, ExpertiseModel.APPEAL_ID) instanceof Long appealId) {
            return appealId;
        }
        throw new IllegalArgumentException("task " + taskId + " is about no appeal");
    }
}
