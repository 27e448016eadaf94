package ru.marshrut.work.process;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import ru.marshrut.access.EngineIdentities;
import ru.marshrut.work.EnginePort;
import ru.marshrut.work.Responsible;

@Component
class EngineTasks implements EnginePort {

    private final TaskService tasks;

    EngineTasks(TaskService tasks) {
        this.tasks = tasks;
    }

    @Override
    public void complete(String taskId, Map<String, Object> routing) {
        tasks.complete(taskId, routing);
    }

    @Override
    public void give(String taskId, Responsible from, Responsible to, Long assigneeId) {
        if (!from.equals(to)) {
            tasks.deleteCandidateGroup(taskId, EngineIdentities.groupId(from.role(), from.place()));
            tasks.addCandidateGroup(taskId, EngineIdentities.groupId(to.role(), to.place()));
        }
        tasks.setAssignee(taskId, assigneeId == null ? null : EngineIdentities.userId(assigneeId));
    }

    @Override
    public void setDue(String taskId, Instant due) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        task.setDueDate(Date.from(due));
        tasks.saveTask(task);
    }
}
