package ru.marshrut.expertise.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.marshrut.expertise.FactKind;

/** The decision tables by themselves: each of their rows, and that no two answer at once. */
class TablesTest {

    private final Set<String> matched = new TreeSet<>();
    private DmnEngine engine;

    @BeforeEach
    void anEngineThatTellsWhichRowsAnswer() {
        DefaultDmnEngineConfiguration configuration = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setCustomPostDecisionTableEvaluationListeners(new ArrayList<>(List.of(
            event -> event.getMatchingRules().forEach(rule -> matched.add(rule.getId())))));
        engine = configuration.buildEngine();
    }

    @Test
    void programme() {
        // planned, whole percent → points
        answers(BandsModel.PROGRAMME_SHARE, List.of(BandsModel.PLANNED, BandsModel.PERCENT), new int[][] {
            {0, 0, 0}, {1, 0, 0}, {8, 24, 0}, {8, 25, 1}, {8, 49, 1}, {8, 50, 2}, {8, 74, 2}, {8, 75, 3}, {8, 100, 3}}, FactKind.PROGRAMME_SHARE);
    }

    @Test
    void completedStage() {
        answers(BandsModel.STAGE_COMPLETED, List.of(BandsModel.SCHOOLS, BandsModel.PERCENT), new int[][] {
            {0, 0, 0}, {10, 0, 0}, {10, 99, 0}, {10, 100, 1}}, FactKind.STAGE_COMPLETED);
    }

    @Test
    void curators() {
        // decisions, commented, planned visits, held
        answers(BandsModel.CURATORS_WORK, List.of(BandsModel.DECIDED, BandsModel.COMMENTED_PERCENT, BandsModel.PLANNED, BandsModel.HELD_PERCENT),
            new int[][] {
                {0, 0, 0, 0, 0}, {0, 0, 5, 100, 0}, {20, 0, 5, 100, 0}, {20, 49, 5, 100, 0}, {20, 50, 5, 100, 1}, {20, 89, 5, 100, 1},
                {20, 90, 5, 90, 2}, {20, 90, 5, 89, 1}, {20, 100, 5, 0, 1}, {20, 100, 0, 0, 1}, {20, 100, 5, 100, 2}, {20, 50, 0, 0, 1}},
            FactKind.CURATORS_WORK);
    }

    @Test
    void involvement() {
        answers(BandsModel.INVOLVEMENT, List.of(BandsModel.SHOWN, BandsModel.KINDS), new int[][] {
            {0, 0, 0}, {0, 4, 0}, {1, 4, 1}, {3, 4, 1}, {4, 4, 2}, {1, 1, 2}}, FactKind.INVOLVEMENT);
    }

    @Test
    void total() {
        assertThat(points(BandsModel.TOTAL, Map.of(BandsModel.POINTS, List.of(3, 2, 0, 1)))).isEqualTo(6);
        assertThat(points(BandsModel.TOTAL, Map.of(BandsModel.POINTS, List.of()))).isZero();
    }

    @Test
    void whatIsNotANumberIsNoPoints() {
        assertThatThrownBy(() -> points(BandsModel.PROGRAMME_SHARE, Map.of(BandsModel.PLANNED, "восемь", BandsModel.PERCENT, 0)))
            .hasMessageContaining("восемь");
    }

    @Test
    void everyFileIsOneOfTheKeys() throws IOException {
        try (var files = Files.list(Path.of("processes/expertise"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".dmn"))).containsExactlyInAnyOrder(
                BandsModel.PROGRAMME_SHARE + ".dmn", BandsModel.STAGE_COMPLETED + ".dmn", BandsModel.CURATORS_WORK + ".dmn",
                BandsModel.INVOLVEMENT + ".dmn", BandsModel.TOTAL + ".dmn");
        }
    }

    /** @param rows values of the variables in their order, then the points */
    private void answers(String table, List<String> variables, int[][] rows, FactKind kind) {
        assertAll(Arrays.stream(rows).map(row -> () -> {
            Map<String, Object> facts = variables.stream().collect(Collectors.toMap(name -> name, name -> row[variables.indexOf(name)]));
            assertThat(points(table, facts)).as("%s", facts).isEqualTo(row[variables.size()]);
        }));
        var model = Dmn.readModelFromFile(Path.of("processes/expertise", table + ".dmn").toFile());
        assertThat(matched).as("every row has answered").containsExactlyInAnyOrderElementsOf(
            model.getModelElementsByType(Rule.class).stream().map(Rule::getId).toList());
        assertThat(model.getModelElementsByType(InputExpression.class).stream().map(input -> input.getText().getTextContent())
            .flatMap(text -> Arrays.stream(text.split(" - ")))).containsOnlyElementsOf(variables);
        assertThat(Arrays.stream(rows).mapToInt(row -> row[variables.size()]).max()).hasValue(kind.maximum());
    }

    private int points(String table, Map<String, Object> facts) {
        try {
            String xml = Files.readString(Path.of("processes/expertise", table + ".dmn"));
            return engine.evaluateDecision(engine.parseDecision(table, new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))), facts)
                .<Integer>getSingleEntry();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
