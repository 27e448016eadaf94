package ru.marshrut.access.webapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One missing script or style blanks a whole webapp, so each file that ours name must be there. */
class WebappAssetsTest {

    private static final Pattern SCRIPTS = Pattern.compile("customScripts: \\[([^]]*)]");
    private static final Pattern MODULES = Pattern.compile("ngDeps: \\[([^]]*)]");
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");
    private static final Pattern IMPORTED = Pattern.compile("@import url\\(\"([^\"]*)\"\\)");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void everyScriptOfTheConfigurationExists(String application) {
        List<String> scripts = named(SCRIPTS, text(application + "/scripts/config.js"));

        assertThat(scripts).isNotEmpty().allSatisfy(script ->
                assertThat(text(resolve(application + "/", script))).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void everyModuleOfTheConfigurationIsDefinedByAScript(String application) {
        String configuration = text(application + "/scripts/config.js");
        String scripts = named(SCRIPTS, configuration).stream()
                .map(script -> text(resolve(application + "/", script)))
                .reduce("", String::concat);

        assertThat(named(MODULES, configuration)).isNotEmpty().allSatisfy(module ->
                assertThat(scripts).contains("angular.module('" + module + "', [])"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void everyStyleThatIsImportedExists(String application) {
        String styles = text(application + "/styles/user-styles.css");

        assertThat(IMPORTED.matcher(styles).results().map(found -> found.group(1)).toList())
                .isNotEmpty()
                .allSatisfy(style -> assertThat(text(resolve(application + "/styles/", style))).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void theConfigurationSpeaksRussianAndBearsTheProductsName(String application) {
        assertThat(text(application + "/scripts/config.js"))
                .contains("locales: {availableLocales: ['ru'], fallbackLocale: 'ru'}")
                .contains("vendor: 'Маршрут 500+'")
                .contains("short: 'DD.MM.YYYY'");
    }

    private static List<String> named(Pattern list, String configuration) {
        return list.matcher(configuration).results()
                .flatMap(found -> QUOTED.matcher(found.group(1)).results())
                .map(found -> found.group(1))
                .toList();
    }

    private static String resolve(String folder, String path) {
        return URI.create(folder).resolve(path).toString();
    }

    private static String text(String path) {
        String resource = "/META-INF/resources/webjars/camunda/app/" + path;
        try (InputStream content = WebappAssetsTest.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(content, resource).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + resource, e);
        }
    }
}
