package ru.marshrut.schoolyear.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.YearEngine;

@Component
class CamundaYears implements YearEngine {

    private final RuntimeService runtime;
    private final TaskService tasks;

    CamundaYears(RuntimeService runtime, TaskService tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    @Override
    public void extensionRequested(String taskId, long extensionId) {
        String instance = tasks.createTaskQuery().taskId(taskId).singleResult().getProcessInstanceId();
        runtime.createMessageCorrelation(YearVariables.EXTENSION_REQUESTED).processInstanceId(instance)
            .setVariablesLocal(Map.of(YearVariables.EXTENSION_ID, extensionId)).correlate();
    }

    @Override
    public void reopenStage(long yearId, Stage stage) {
        runtime.createMessageCorrelation(YearVariables.MONITORING_REOPENED).processInstanceBusinessKey(String.valueOf(yearId))
            .setVariablesLocal(Map.of(YearVariables.STAGE, stage.monitoring())).correlateAll();
    }
}
