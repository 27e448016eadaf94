package ru.marshrut.expertise.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the constants against the models: every step, message and variable has its constant, and none is left over. */
class ExpertiseModelTest {

    private static final Pattern STEP = Pattern.compile("<bpmn:userTask id=\"(\\w+)\"");
    private static final Pattern TIMER = Pattern.compile("<bpmn:intermediateCatchEvent id=\"(timer_\\w+)\"");
    private static final Pattern MESSAGE = Pattern.compile("<bpmn:message id=\"\\w+\" name=\"([\\w.]+)\"");
    private static final Pattern VARIABLE = Pattern.compile("(?:tFormalExpression\">|elementVariable=\"|businessKey=\")(?:\\$\\{)?(\\w+)");

    @ParameterizedTest
    @ValueSource(classes = {ExpertiseModel.class, SchoolExpertiseModel.class})
    void everyStepMessageAndVariableHasItsConstantAndNoneIsLeftOver(Class<?> constants) throws Exception {
        Set<String> known = values(constants);
        String model = model(known);
        Set<String> named = found(model, STEP, TIMER, MESSAGE);
        assertThat(known).containsAll(named).containsAll(found(model, VARIABLE));
        assertThat(known.stream().filter(value -> value.matches("(task|timer)_.*|\\w+\\.\\w+")).toList()).containsExactlyInAnyOrderElementsOf(named);
    }

    private static Set<String> values(Class<?> constants) throws IllegalAccessException {
        Set<String> values = new TreeSet<>();
        for (Field field : constants.getFields()) {
            if (field.getType() == String.class) {
                values.add((String) field.get(null));
            }
        }
        return values;
    }

    private static String model(Set<String> known) throws IOException {
        String key = known.stream().filter(value -> Files.exists(Path.of("processes/expertise", value + ".bpmn"))).findFirst().orElseThrow();
        String model = Files.readString(Path.of("processes/expertise", key + ".bpmn"));
        assertThat(model).contains("<bpmn:process id=\"" + key + "\"");
        return model;
    }

    private static Set<String> found(String model, Pattern... patterns) {
        Set<String> found = new TreeSet<>();
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(model);
            while (matcher.find()) {
                found.add(matcher.group(1));
            }
        }
        return found;
    }
}
