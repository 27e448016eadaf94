package ru.marshrut.work.process;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import ru.marshrut.access.EngineIdentities;
import ru.marshrut.work.EnginePort;
import ru.marshrut.work.Responsible;

@Component
class EngineTasks implements EnginePort {

    /** Variable of a task, local to it: its last day as people read it. */
    static final String UNTIL = "until";
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final TaskService tasks;
    private final AuthorizationService authorizations;

    EngineTasks(TaskService tasks, AuthorizationService authorizations) {
        this.tasks = tasks;
        this.authorizations = authorizations;
    }

    @Override
    public void complete(String taskId, Map<String, Object> routing) {
        tasks.complete(taskId, routing);
    }

    @Override
    public void give(String taskId, Responsible from, Responsible to, Long assigneeId) {
        if (to.onlyFor() == null && !from.equals(to)) {
            tasks.deleteCandidateGroup(taskId, EngineIdentities.groupId(from.role(), from.place()));
            tasks.addCandidateGroup(taskId, EngineIdentities.groupId(to.role(), to.place()));
        }
        tasks.setAssignee(taskId, assigneeId == null ? null : EngineIdentities.userId(assigneeId));
        withdrawRights(taskId, EngineIdentities.groupId(to.role(), to.place()), assigneeId == null ? null : EngineIdentities.userId(assigneeId));
    }

    /** The engine gives a right to each who gets a task, and leaves it to him when the task goes to another. */
    private void withdrawRights(String taskId, String group, String assignee) {
        authorizations.createAuthorizationQuery().resourceType(Resources.TASK).resourceId(taskId).list().stream()
            .filter(right -> right.getUserId() == null ? !right.getGroupId().equals(group) : !right.getUserId().equals(assignee))
            .forEach(right -> authorizations.deleteAuthorization(right.getId()));
    }

    @Override
    public void setDue(String taskId, Instant due, LocalDate day) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        task.setDueDate(lastMoment(due));
        tasks.saveTask(task);
        tasks.setVariableLocal(taskId, UNTIL, DAY.format(day));
    }

    /** The webapps show the engine's due date as it stands: midnight would read as the day after. */
    static Date lastMoment(Instant due) {
        return Date.from(due.minusMillis(1));
    }
}
