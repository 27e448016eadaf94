package ru.marshrut.roadmap.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ru.marshrut.calendar.Recurrence;
import ru.marshrut.roadmap.Evidence;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.shared.Question;
import ru.marshrut.territory.Role;

class EvidenceWordsTest {

    @Test
    void aDescriptionThatContradictsItsTitleIsNoticed() {
        EvidenceWords.Proposed proposed = propose("Первый этап мониторинга реализации региональных дорожных карт",
            "Размещение школами данных в ИС МЭДК для первичного мониторинга по определению позитивных изменений", null);

        assertThat(proposed.evidence()).isEqualTo(Evidence.MEASURES);
        assertThat(proposed.notes()).containsExactly(Question.of("roadmap.words.resultContradicts"));
        assertThat(propose("Второй этап мониторинга реализации региональных дорожных карт", "Направление результатов мониторинга", null)
            .notes()).isEmpty();
    }

    @Test
    void theSameTitleIsTheCuratorsCheckOrTheReceivingOfResults() {
        assertThat(EvidenceWords.propose("Экспертиза документов", "Изучение документов", Set.of(Role.CURATOR), List.of(), null).outcome())
            .isEqualTo(OutcomeKind.DOCUMENTS_CHECKED);
        assertThat(propose("Экспертиза документов", "Получение результатов выборочной экспертизы документов", null).evidence())
            .isEqualTo(Evidence.FACT);
    }

    @Test
    void whatIsDoneAgainAndAgainIsLogged() {
        Recurrence weekly = Recurrence.of(Recurrence.Kind.WEEKLY, 1);

        assertThat(propose("Консультирование педагогов", "", weekly).evidence()).isEqualTo(Evidence.LOG);
        assertThat(propose("Консультирование педагогов", "", null).evidence()).isEqualTo(Evidence.FACT);
        assertThat(propose("Проведение семинаров", "", weekly).evidence()).isEqualTo(Evidence.ATTENDANCE);
    }

    @Test
    void aDocumentOfEachSchoolThatNoStageKnowsIsDelivered() {
        EvidenceWords.Proposed proposed = propose("Размещение школами отчетов о самообследовании", "", null);

        assertThat(proposed.evidence()).isEqualTo(Evidence.STAGE);
        assertThat(proposed.outcome()).isEqualTo(OutcomeKind.DELIVERED);
    }

    private static EvidenceWords.Proposed propose(String title, String result, Recurrence recurrence) {
        return EvidenceWords.propose(title, result, Set.of(Role.REGIONAL_COORDINATOR), List.of(), recurrence);
    }
}
