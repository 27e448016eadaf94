package ru.marshrut.engine;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.stereotype.Component;

/** The models are shared, their instances belong to a region: it is the tenant, given at the start as a variable. */
@Component
class RegionAsTenant extends AbstractCamundaConfiguration {

    private static final String TENANT = "tenantId";

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setTenantIdProvider(new TenantIdProvider() {

            @Override
            public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
                return (String) context.getVariables().get(TENANT);
            }

            @Override
            public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
                return null;
            }

            @Override
            public String provideTenantIdForHistoricDecisionInstance(TenantIdProviderHistoricDecisionInstanceContext context) {
                return null;
            }
        });
    }
}
