package ru.marshrut.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ComplexGateway;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every model against the rules for models (docs/models.md). */
class ModelsTest {

    private static final Path PROCESSES = Path.of("processes");

    static Stream<Path> models() throws IOException {
        try (Stream<Path> files = Files.walk(PROCESSES)) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void theFileIsNamedAfterItsOnlyProcess(Path file) {
        Process process = process(file);
        assertThat(file.getFileName()).hasToString(process.getId() + ".bpmn");
        assertThat(process.getId()).matches("[a-z]+(-[a-z]+)*");
        assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P1095D");
        assertThat(process.getName()).matches(".*[А-Яа-я].*");
    }

    @ParameterizedTest
    @MethodSource("models")
    void idsTellTypeAndNameAndEveryNameIsRussian(Path file) {
        for (FlowNode node : all(file, FlowNode.class)) {
            assertThat(node.getId()).as("id").matches(prefix(node) + "_[a-z][A-Za-z]+");
        }
        for (FlowNode node : all(file, FlowNode.class)) {
            if (node instanceof Activity || node instanceof EndEvent && node.getName() != null) {
                assertThat(node.getName()).as(node.getId()).matches("[А-ЯЁ].*");
            }
        }
        for (Message message : all(file, Message.class)) {
            assertThat(message.getName()).matches("[a-zA-Z]+\\.[a-z][A-Za-z]+");
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyScopeStartsOnceAndEndsWithAnOutcome(Path file) {
        assertThat(own(process(file).getFlowElements().stream(), StartEvent.class)).hasSize(1);
        for (SubProcess scope : all(file, SubProcess.class)) {
            assertThat(own(scope.getFlowElements().stream(), StartEvent.class)).as(scope.getId()).hasSize(1);
        }
        for (EndEvent end : all(file, EndEvent.class)) {
            assertThat(end.getName()).as(end.getId()).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void gatewaysSplitOrJoinAndExclusiveSplitsAskAQuestion(Path file) {
        assertThat(all(file, InclusiveGateway.class)).isEmpty();
        assertThat(all(file, ComplexGateway.class)).isEmpty();
        for (Gateway gateway : all(file, Gateway.class)) {
            boolean splits = gateway.getOutgoing().size() > 1;
            assertThat(splits && gateway.getIncoming().size() > 1).as("%s splits and joins", gateway.getId()).isFalse();
            if (splits && gateway instanceof ExclusiveGateway exclusive) {
                assertThat(gateway.getName()).as(gateway.getId()).endsWith("?");
                assertThat(gateway.getOutgoing()).as(gateway.getId()).allMatch(flow -> flow.getName() != null);
                assertThat(exclusive.getDefault()).as("%s has a default", gateway.getId()).isNotNull();
            }
        }
        for (SequenceFlow flow : all(file, SequenceFlow.class)) {
            if (flow.getConditionExpression() != null) {
                assertThat(flow.getSource()).as(flow.getId()).isInstanceOf(ExclusiveGateway.class);
                assertThat(flow.getConditionExpression().getTextContent()).matches("\\$\\{\\w+( == '\\w+')?}");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void workIsDoneByDelegatesAndFormsOnly(Path file) {
        assertThat(all(file, ScriptTask.class)).isEmpty();
        for (ServiceTask task : all(file, ServiceTask.class)) {
            assertThat(task.getCamundaDelegateExpression()).as(task.getId()).matches("\\$\\{[a-z][A-Za-z]+Delegate}");
            assertThat(task.getCamundaClass()).isNull();
            assertThat(task.getCamundaExpression()).isNull();
        }
        for (UserTask task : all(file, UserTask.class)) {
            String form = task.getCamundaFormKey().replace("embedded:/", "");
            assertThat(Path.of(form)).as(task.getId()).exists();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void transactionsEndAfterUserTasksAndNeverBeforeWaitStates(Path file) {
        for (UserTask task : all(file, UserTask.class)) {
            assertThat(task.isCamundaAsyncBefore()).as(task.getId()).isFalse();
            assertThat(task.isCamundaAsyncAfter()).as(task.getId()).isTrue();
        }
        for (IntermediateCatchEvent event : all(file, IntermediateCatchEvent.class)) {
            assertThat(event.isCamundaAsyncBefore()).as(event.getId()).isFalse();
        }
        assertThat(own(process(file).getFlowElements().stream(), StartEvent.class)).allMatch(StartEvent::isCamundaAsyncBefore);
    }

    @ParameterizedTest
    @MethodSource("models")
    void callsAreBoundToTheirDeploymentAndPassIdsOnly(Path file) {
        for (CallActivity call : all(file, CallActivity.class)) {
            assertThat(call.getCamundaCalledElementBinding()).as(call.getId()).isEqualTo("deployment");
            Collection<CamundaIn> passed = call.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list();
            assertThat(passed).as(call.getId()).noneMatch(in -> "all".equals(in.getCamundaVariables()));
            assertThat(passed).as("%s passes the tenant", call.getId()).anyMatch(in -> "tenantId".equals(in.getCamundaTarget()));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void theDiagramShowsEveryElementAndNothingOverlaps(Path file) {
        Collection<BpmnShape> shapes = all(file, BpmnShape.class);
        List<FlowNode> nodes = List.copyOf(all(file, FlowNode.class));
        assertThat(shapes.stream().map(shape -> shape.getBpmnElement().getId()).toList())
            .containsAll(nodes.stream().map(FlowNode::getId).toList());
        List<BpmnShape> flat = shapes.stream().filter(shape -> !(shape.getBpmnElement() instanceof SubProcess))
            .filter(shape -> !(shape.getBpmnElement() instanceof BoundaryEvent)).toList();
        for (BpmnShape one : flat) {
            for (BpmnShape other : flat) {
                if (one != other) {
                    assertThat(overlap(one.getBounds(), other.getBounds()))
                        .as("%s overlaps %s", one.getBpmnElement().getId(), other.getBpmnElement().getId()).isFalse();
                }
            }
        }
    }

    private static boolean overlap(Bounds one, Bounds other) {
        return one.getX() < other.getX() + other.getWidth() && other.getX() < one.getX() + one.getWidth()
            && one.getY() < other.getY() + other.getHeight() && other.getY() < one.getY() + one.getHeight();
    }

    private static String prefix(FlowNode node) {
        if (node instanceof Gateway) {
            return "gateway";
        } else if (node instanceof SubProcess) {
            return "sub";
        } else if (node instanceof ServiceTask) {
            return "service";
        } else if (node instanceof CallActivity) {
            return "call";
        } else if (node instanceof UserTask) {
            return "task";
        } else if (node instanceof StartEvent) {
            return "start";
        } else if (node instanceof EndEvent) {
            return "end";
        } else if (node instanceof BoundaryEvent) {
            return "boundary";
        }
        return "(timer|event)";
    }

    private static Process process(Path file) {
        Collection<Process> processes = all(file, Process.class);
        assertThat(processes).hasSize(1);
        return processes.iterator().next();
    }

    private static <T> List<T> own(Stream<?> elements, Class<T> type) {
        return elements.filter(type::isInstance).map(type::cast).toList();
    }

    private static <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> Collection<T> all(Path file, Class<T> type) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
        return model.getModelElementsByType(type);
    }
}
