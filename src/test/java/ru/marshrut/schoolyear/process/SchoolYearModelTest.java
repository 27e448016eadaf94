package ru.marshrut.schoolyear.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.Field;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.junit.jupiter.api.Test;

/** Holds the constants of the year against its model, in both directions. */
class SchoolYearModelTest {

    private static final Set<String> STAGES =
        Set.of(RiskProfileModel.KEY, ConceptDocumentsModel.KEY, MonitoringModel.KEY, CuratorVisitsModel.KEY);

    private final BpmnModelInstance model = Bpmn.readModelFromFile(new File("processes/schoolyear/" + SchoolYearModel.KEY + ".bpmn"));

    @Test
    void whatTheModelNamesHasItsConstant() throws IllegalAccessException {
        Set<String> named = new TreeSet<>();
        model.getModelElementsByType(Process.class).forEach(process -> named.add(process.getId()));
        model.getModelElementsByType(UserTask.class).forEach(task -> named.add(task.getId()));
        model.getModelElementsByType(Message.class).forEach(message -> named.add(message.getName()));
        model.getModelElementsByType(ConditionExpression.class).forEach(condition -> named.add(inner(condition.getTextContent())));
        model.getModelElementsByType(TimeDate.class).forEach(date -> named.add(inner(date.getTextContent())));
        model.getModelElementsByType(CamundaIn.class).stream().map(CamundaIn::getCamundaSource).filter(source -> source != null).forEach(named::add);
        named.removeAll(Set.of(YearVariables.TENANT, YearVariables.SCHOOL_ID));
        assertThat(constants()).containsAll(named);
    }

    @Test
    void whatHasAConstantIsInTheModel() throws IllegalAccessException {
        for (String constant : constants()) {
            if (constant.matches("(task|timer|event)_.*")) {
                assertThat((Object) model.getModelElementById(constant)).as(constant).isNotNull();
            } else if (constant.contains(".")) {
                assertThat(model.getModelElementsByType(Message.class)).as(constant).anyMatch(message -> message.getName().equals(constant));
            }
        }
    }

    @Test
    void itCallsTheStagesAndNothingElse() {
        assertThat(model.getModelElementsByType(CallActivity.class)).extracting(CallActivity::getCalledElement).containsOnlyElementsOf(STAGES);
    }

    private static String inner(String expression) {
        var matcher = Pattern.compile("\\$\\{(\\w+)").matcher(expression);
        assertThat(matcher.find()).as(expression).isTrue();
        return matcher.group(1);
    }

    private static Set<String> constants() throws IllegalAccessException {
        Set<String> values = new TreeSet<>();
        for (Field field : SchoolYearModel.class.getFields()) {
            values.add((String) field.get(null));
        }
        return values;
    }
}
