package ru.marshrut.access.webapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds our Russian texts of the webapps against the English ones that the shipped bundles bring. */
class WebappTranslationTest {

    private static final Pattern CYRILLIC = Pattern.compile("[а-яёА-ЯЁ]");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{.*?}}|\\{}");

    /** The only texts that are the same in both languages: signs of comparison, and what is empty in the original. */
    private static final Set<String> SIGNS = Set.of("", "<", "<=", ">", ">=");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void everyTextThatTheBundleUsesIsTranslated(String application) {
        String bundle = bundleOf(application);
        List<String> used = labels(application, "en").keySet().stream().filter(bundle::contains).toList();

        assertThat(used).hasSizeGreaterThan(100);
        assertThat(labels(application, "ru")).containsKeys(used.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "admin", "welcome"})
    void theSmallerBundlesAreTranslatedWhole(String application) {
        assertThat(labels(application, "ru").keySet()).isEqualTo(labels(application, "en").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void everyTranslationBelongsToAnOriginal(String application) {
        assertThat(labels(application, "en").keySet()).containsAll(labels(application, "ru").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void nothingIsLeftInEnglish(String application) {
        assertThat(labels(application, "ru")).allSatisfy((key, text) ->
                assertThat(SIGNS.contains(text) || CYRILLIC.matcher(text).find()).as("%s: %s", key, text).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void translationsKeepThePlaceholders(String application) {
        Map<String, String> english = labels(application, "en");

        assertThat(labels(application, "ru")).allSatisfy((key, text) ->
                assertThat(placeholders(text)).as(key).isEqualTo(placeholders(english.get(key))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void datesAreWrittenAsInRussia(String application) {
        JsonNode dates = read(application, "ru").get("dateLocales");

        assertThat(dates.at("/longDateFormat/L").asText()).isEqualTo("DD.MM.YYYY");
        assertThat(dates.at("/longDateFormat/LLL").asText()).isEqualTo("DD.MM.YYYY HH:mm");
        assertThat(dates.get("months")).hasSize(12);
        assertThat(dates.get("weekdays")).hasSize(7);
        assertThat(dates.at("/week/dow").asInt()).as("first day of the week").isEqualTo(1);
        assertThat(dates.findValuesAsText("d")).allMatch(CYRILLIC.asPredicate());
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group)
                .map(placeholder -> placeholder.replaceAll("\\s", "")).sorted().toList();
    }

    /** All scripts and the page from which the application is made, as one text. */
    private static String bundleOf(String application) {
        return Stream.of(
                        "webjars/camunda/app/%s/index.html",
                        "webjars/camunda/app/%s/camunda-%<s-bootstrap.js",
                        "plugin/%s/app/plugin.js",
                        "webjars/camunda/lib/deps.js",
                        "webjars/camunda/lib/ngDefine.js",
                        "webjars/camunda/lib/runtime.js")
                .map(path -> path.formatted(application))
                // Welcome is the one application without plugins.
                .filter(path -> !path.equals("plugin/welcome/app/plugin.js"))
                .map(WebappTranslationTest::text)
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> labels(String application, String language) {
        return new ObjectMapper().convertValue(read(application, language).get("labels"),
                new TypeReference<TreeMap<String, String>>() {});
    }

    private static JsonNode read(String application, String language) {
        try {
            // The shipped files begin with a byte order mark, which is no part of JSON.
            return new ObjectMapper().readTree(
                    text("webjars/camunda/app/%s/locales/%s.json".formatted(application, language)).replace("\uFEFF", ""));
        } catch (IOException e) {
            throw new IllegalStateException("Unreadable texts of " + application + " in " + language, e);
        }
    }

    private static String text(String path) {
        String resource = "/META-INF/resources/" + path;
        try (InputStream content = WebappTranslationTest.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(content, resource).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + resource, e);
        }
    }
}
