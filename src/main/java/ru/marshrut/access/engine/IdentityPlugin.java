package ru.marshrut.access.engine;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.stereotype.Component;

/** Puts the territory in the place of the engine's own tables of users. */
@Component
class IdentityPlugin extends AbstractProcessEnginePlugin {

    private final Directory directory;

    IdentityPlugin(Directory directory) {
        this.directory = directory;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setUserResourceWhitelistPattern("p[0-9]+");
        configuration.setGroupResourceWhitelistPattern("[a-z][a-z-]*(\\.[a-z]+\\.[0-9]+)?");
        configuration.setTenantResourceWhitelistPattern("federation|region-[0-9]+");
        configuration.setIdentityProviderSessionFactory(new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return ReadOnlyIdentityProvider.class;
            }

            @Override
            public Session openSession() {
                return new TerritoryIdentities(directory);
            }
        });
    }
}
