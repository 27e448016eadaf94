package ru.marshrut.roadmap.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.schoolyear.Stage;

/** What the seeds' road maps count of a school's year is what its stages leave. */
class StageOutcomesTest {

    @ParameterizedTest
    @CsvSource({"5, SURVEY_DONE", "11, RISKS_ACTIVATED", "14, SCHOOL_VISITED", "18, CONCEPT_DOCUMENTS_PLACED", "22, MONITORING_1_PLACED",
        "27, MONITORING_2_PLACED"})
    void rowsOfSeed003NameTheOutcomesOfStages(String row, OutcomeKind outcome) {
        assertThat(outcomes(Seeds.OF_003).get(row)).isEqualTo(outcome);
        assertThat(ofStages()).contains(outcome);
    }

    @Test
    void theMonthsOfSeed004CountThem() {
        Set<OutcomeKind> counted = EnumSet.copyOf(Reader.read(Seeds.OF_004.text(), Seeds.OF_004.context()).stream().flatMap(table -> table.rows().stream())
            .map(row -> row.content().outcome()).filter(outcome -> outcome != null).toList());
        assertThat(counted).contains(OutcomeKind.SURVEY_DONE, OutcomeKind.SCHOOL_VISITED, OutcomeKind.CONCEPT_DOCUMENTS_PLACED,
            OutcomeKind.MONITORING_1_PLACED, OutcomeKind.MONITORING_2_PLACED);
    }

    private static Map<String, OutcomeKind> outcomes(Seeds seed) {
        Map<String, OutcomeKind> outcomes = new LinkedHashMap<>();
        Reader.read(seed.text(), seed.context()).forEach(table -> table.rows().forEach(row -> outcomes.putIfAbsent(row.content().number(), row.content().outcome())));
        return outcomes;
    }

    private static Set<OutcomeKind> ofStages() {
        return Arrays.stream(Stage.values()).flatMap(stage -> stage.outcome().stream()).collect(Collectors.toSet());
    }
}
