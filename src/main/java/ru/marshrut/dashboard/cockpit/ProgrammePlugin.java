package ru.marshrut.dashboard.cockpit;

import java.util.Set;
import org.camunda.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;

/**
 * The panel «Программа» on Cockpit's first page. Cockpit finds it through {@code META-INF/services}; its script and style lie in
 * {@code plugin-webapp/programme/app}.
 */
public class ProgrammePlugin extends AbstractCockpitPlugin {

    static final String ID = "programme";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(ProgrammeResource.class);
    }
}
