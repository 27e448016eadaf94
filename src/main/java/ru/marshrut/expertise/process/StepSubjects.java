package ru.marshrut.expertise.process;

import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import ru.marshrut.expertise.Checks;
import ru.marshrut.expertise.SchoolCheck;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.TaskOrigin;

/** What a step is about where the business key alone does not say it. */
@Component
public class StepSubjects {

    private final TaskService tasks;
    private final Checks checks;

    StepSubjects(TaskService tasks, @Lazy Checks checks) {
        this.tasks = tasks;
        this.checks = checks;
    }

    /** The check of an expert's step, be it open or closed; empty where the check was given to another expert since. */
    public Optional<SchoolCheck> check(OpenTask task) {
        return checks.of(Long.parseLong(task.businessKey())).stream().filter(check -> task.onlyFor().equals(check.expertId())).findFirst();
    }

    /** The request that an open step decides. */
    public long extensionId(String taskId) {
        return (Long) tasks.getVariable(taskId, SchoolExpertiseModel.EXTENSION_ID);
    }

    SchoolCheck check(TaskOrigin origin) {
        return check(origin.taskId(), origin.step(), Long.parseLong(origin.businessKey()));
    }

    /** Whether an open step is for the check, whoever had it until now. */
    boolean isOf(OpenTask task, SchoolCheck check) {
        return SchoolExpertiseModel.OF_EXPERTS.contains(task.step())
            && check(task.id(), task.step(), check.sampledSchoolId()).id() == check.id();
    }

    private SchoolCheck check(String taskId, String step, long sampledSchoolId) {
        return switch (step) {
            case SchoolExpertiseModel.CHECK_SCHOOL -> checks.get((Long) tasks.getVariable(taskId, SchoolExpertiseModel.CHECK_ID));
            case SchoolExpertiseModel.SETTLE_DISPUTE -> checks.of(sampledSchoolId).stream().filter(SchoolCheck::settlesDispute).findFirst().orElseThrow();
            case SchoolExpertiseModel.REWORK_CHECK -> checks.of(sampledSchoolId).stream().filter(check -> !check.isDone()).findFirst().orElseThrow();
            default -> throw new IllegalArgumentException(step + " is no expert's step");
        };
    }
}
