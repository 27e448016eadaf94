package ru.marshrut.schoolyear.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import ru.marshrut.access.EngineIdentities;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.concept.ConceptEngine;

@Component
class CamundaConceptDocuments implements ConceptEngine {

    private final RuntimeService runtime;

    CamundaConceptDocuments(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public boolean isRunning(long yearId) {
        return runtime.createProcessInstanceQuery().processDefinitionKey(ConceptDocumentsModel.KEY)
            .processInstanceBusinessKey(String.valueOf(yearId)).count() > 0;
    }

    @Override
    public void startAgain(SchoolYear year) {
        runtime.createProcessInstanceByKey(ConceptDocumentsModel.KEY).processDefinitionWithoutTenantId().businessKey(String.valueOf(year.id()))
            .setVariables(Map.of(YearVariables.TENANT, EngineIdentities.tenantId(year.regionId()), YearVariables.SCHOOL_ID, year.schoolId()))
            .execute();
    }
}
