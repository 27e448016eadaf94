package ru.marshrut.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every decision against the rules for models (docs/models.md). */
class DecisionTablesTest {

    static Stream<Path> decisions() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".dmn")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void theFileIsNamedAfterItsOnlyDecision(Path file) {
        assertThat(read(file).getModelElementsByType(Decision.class)).singleElement().satisfies(decision -> {
            assertThat(file.getFileName()).hasToString(decision.getId() + ".dmn");
            assertThat(decision.getId()).matches("[a-z]+(-[a-z]+)*");
            assertThat(decision.getName()).matches("[А-ЯЁ].*");
            assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P1095D");
        });
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void oneRowAnswersAndSaysWhatItIsFor(Path file) {
        for (DecisionTable table : read(file).getModelElementsByType(DecisionTable.class)) {
            assertThat(table.getHitPolicy()).isEqualTo(HitPolicy.UNIQUE);
            assertThat(table.getRules()).isNotEmpty().allSatisfy(rule -> {
                assertThat(rule.getId()).matches("rule_[a-z][A-Za-z0-9]+");
                assertThat(rule.getDescription()).as(rule.getId()).isNotNull();
                assertThat(rule.getDescription().getTextContent()).as(rule.getId()).matches("[А-ЯЁ0-9].*");
            });
            assertThat(table.getRules().stream().map(rule -> rule.getDescription().getTextContent())).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void columnsAreTypedAndNamedInRussian(Path file) {
        DmnModelInstance model = read(file);
        assertThat(model.getModelElementsByType(Input.class)).allSatisfy(input -> {
            assertThat(input.getLabel()).matches("[А-ЯЁ].*");
            assertThat(input.getInputExpression().getTypeRef()).isNotBlank();
        });
        assertThat(model.getModelElementsByType(Output.class)).allSatisfy(output -> {
            assertThat(output.getLabel()).matches("[А-ЯЁ].*");
            assertThat(output.getName()).isNotBlank();
            assertThat(output.getTypeRef()).isNotBlank();
        });
    }

    /** What a table means stands in its rows: no expressions of another language, no conditions beyond a bound or a range. */
    @ParameterizedTest
    @MethodSource("decisions")
    void entriesAreBoundsAndRanges(Path file) {
        DmnModelInstance model = read(file);
        assertThat(model.getModelElementsByType(InputEntry.class)).allSatisfy(entry -> {
            assertThat(entry.getExpressionLanguage()).isNull();
            assertThat(entry.getText().getTextContent()).matches("|\\d+|(<|<=|>|>=) \\d+|[\\[(]\\d+\\.\\.\\d+[\\])]");
        });
        assertThat(model.getModelElementsByType(Rule.class).stream().flatMap(rule -> rule.getOutputEntries().stream()))
            .allSatisfy(entry -> assertThat(entry.getText().getTextContent()).matches("\\d+"));
    }

    private static DmnModelInstance read(Path file) {
        return Dmn.readModelFromFile(file.toFile());
    }
}
