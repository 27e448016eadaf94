package ru.marshrut.dashboard.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import org.camunda.bpm.cockpit.plugin.spi.CockpitPlugin;
import org.junit.jupiter.api.Test;

/** One missing script blanks all of Cockpit. */
class ProgrammePluginTest {

    @Test
    void cockpitFindsThePluginWithItsScriptAndStyle() {
        CockpitPlugin plugin = ServiceLoader.load(CockpitPlugin.class).stream().map(ServiceLoader.Provider::get)
            .filter(ProgrammePlugin.class::isInstance).findFirst().orElseThrow();

        for (String asset : new String[] {"app/plugin.js", "app/plugin.css"}) {
            assertThat(getClass().getResource("/" + plugin.getAssetDirectory() + "/" + asset)).as(asset).isNotNull();
        }
    }
}
