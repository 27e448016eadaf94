package ru.marshrut.roadmap;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the code and the pages of road maps say stands in their bundles, and nothing else stands there. */
class MessagesTest {

    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final List<Path> SOURCES = List.of(Path.of("src/main/java/ru/marshrut/roadmap"), Path.of("src/main/java/ru/marshrut/calendar"),
        Path.of("src/main/resources/templates"), Path.of("forms/roadmap"));
    private static final Pattern LITERAL = Pattern.compile("\"([^\"\\n]*)\"|'([^'\\n]*)'|#\\{([\\w.-]+)");
    private static final Pattern KEY = Pattern.compile("(roadmap|roadmap-figures|calendar)\\.\\w[\\w.-]*");
    /** Of facts of the audit trail, and of the texts of reports, which both are asked for without it. */
    private static final List<String> LEFT_OUT = List.of("", "audit.", "roadmap-figures.");
    private static final Pattern ARGUMENT = Pattern.compile("\\{[^{}]*}");
    /** Names of formats, keys and of what programs send. */
    private static final Pattern NO_WORD = Pattern.compile("(?i)\\.?(docx|xlsx|txt)|Word|Excel|Ctrl\\+[CV]|https://|year|level|placeId|FEDERAL|REGIONAL|MUNICIPAL");

    private final Properties texts = texts();
    private final Set<String> literals = literals();

    private static Properties texts() {
        Properties texts = new Properties();
        try (Stream<Path> bundles = Files.list(BUNDLES)) {
            for (Path bundle : bundles.filter(path -> path.getFileName().toString().matches("(roadmap.*|calendar)\\.properties")).toList()) {
                try (Reader reader = Files.newBufferedReader(bundle)) {
                    texts.load(reader);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static Set<String> literals() {
        Set<String> literals = new TreeSet<>();
        for (Path folder : SOURCES) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Matcher matcher = LITERAL.matcher(Files.readString(file));
                    for (int at = 0; matcher.find(at); at = matcher.start() + 1) { // quotes stand inside of other quotes in pages
                        literals.add(Stream.of(1, 2, 3).map(matcher::group).filter(group -> group != null).findFirst().orElseThrow());
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return literals;
    }

    private Set<String> keys() {
        return texts.stringPropertyNames();
    }

    @Test
    void everythingThatIsSaidIsThere() {
        Set<String> missing = literals.stream().filter(literal -> KEY.matcher(literal).matches())
            .filter(literal -> LEFT_OUT.stream().map(prefix -> prefix + literal)
                .noneMatch(key -> key.endsWith(".") ? keys().stream().anyMatch(one -> one.startsWith(key)) : keys().contains(key)))
            .collect(toCollection(TreeSet::new));
        assertThat(missing).isEmpty();
    }

    @Test
    void everythingThatIsThereIsSaid() {
        Set<String> unused = keys().stream().filter(key -> literals.stream()
            .noneMatch(literal -> LEFT_OUT.stream().map(prefix -> prefix + literal)
                .anyMatch(said -> said.equals(key) || literal.endsWith(".") && literal.length() > 3 && key.startsWith(said))))
            .collect(toCollection(TreeSet::new));
        assertThat(unused).isEmpty();
    }

    @Test
    void allOfItIsRussianAndKeepsToOneTermForAThing() {
        texts.forEach((key, text) -> {
            String words = NO_WORD.matcher(ARGUMENT.matcher(ARGUMENT.matcher((String) text).replaceAll("")).replaceAll("")).replaceAll("");
            assertThat(words).as("%s", key).doesNotContainPattern("[A-Za-z]").doesNotContainPattern("(?i)дедлайн|индикатор|активност|неисполненн");
        });
    }
}
