package ru.marshrut.roadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the constants against the models: every step, message and variable that a model names has its constant, and none is left over. */
class ModelConstantsTest {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)");

    @ParameterizedTest
    @ValueSource(classes = {MeasureModel.class, SchoolMeasureModel.class, RoadMapModel.class})
    void everyStepMessageAndVariableOfTheModelHasItsConstant(Class<?> constants) throws IllegalAccessException {
        Set<String> known = values(constants);
        BpmnModelInstance model = model(constants);
        assertThat(known).containsAll(ids(model));
        assertThat(known).containsAll(messages(model));
        assertThat(known).containsAll(variables(model));
    }

    @ParameterizedTest
    @ValueSource(classes = {MeasureModel.class, SchoolMeasureModel.class, RoadMapModel.class})
    void everyStepTimerAndMessageOfTheConstantsIsInTheModel(Class<?> constants) throws IllegalAccessException {
        BpmnModelInstance model = model(constants);
        for (String value : values(constants)) {
            if (value.matches("(task|timer)_.*")) {
                assertThat((Object) model.getModelElementById(value)).as(value).isNotNull();
            } else if (value.contains(".")) {
                assertThat(messages(model)).contains(value);
            }
        }
    }

    @Test
    void eachModelIsNamedAsItsConstantsSay() throws IllegalAccessException {
        assertThat(values(MeasureModel.class)).contains(process(MeasureModel.class).getId());
        assertThat(values(SchoolMeasureModel.class)).contains(process(SchoolMeasureModel.class).getId());
        assertThat(values(RoadMapModel.class)).contains(process(RoadMapModel.class).getId());
    }

    private static Set<String> values(Class<?> constants) throws IllegalAccessException {
        Set<String> values = new TreeSet<>();
        for (Field field : constants.getFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                values.add((String) field.get(null));
            }
        }
        return values;
    }

    private static Set<String> ids(BpmnModelInstance model) {
        Set<String> ids = new TreeSet<>();
        all(model, UserTask.class).forEach(task -> ids.add(task.getId()));
        return ids;
    }

    private static Set<String> messages(BpmnModelInstance model) {
        Set<String> names = new TreeSet<>();
        all(model, Message.class).forEach(message -> names.add(message.getName()));
        return names;
    }

    private static Set<String> variables(BpmnModelInstance model) {
        Set<String> names = new TreeSet<>();
        all(model, ConditionExpression.class).forEach(condition -> add(names, condition.getTextContent()));
        all(model, TimeDate.class).forEach(date -> add(names, date.getTextContent()));
        return names;
    }

    private static void add(Set<String> names, String expression) {
        Matcher matcher = VARIABLE.matcher(expression);
        assertThat(matcher.find()).as(expression).isTrue();
        names.add(matcher.group(1));
    }

    private static Process process(Class<?> constants) throws IllegalAccessException {
        return all(model(constants), Process.class).iterator().next();
    }

    private static BpmnModelInstance model(Class<?> constants) throws IllegalAccessException {
        try {
            return Bpmn.readModelFromFile(Path.of("processes/roadmap", constants.getField("KEY").get(null) + ".bpmn").toFile());
        } catch (NoSuchFieldException e) {
            throw new AssertionError(constants + " names no process", e);
        }
    }

    private static <T extends ModelElementInstance> Collection<T> all(BpmnModelInstance model, Class<T> type) {
        return model.getModelElementsByType(type);
    }
}
