package ru.marshrut.expertise.rubrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import ru.marshrut.expertise.Criterion;
import ru.marshrut.expertise.Criterion.Level;
import ru.marshrut.expertise.FactKind;
import ru.marshrut.expertise.Part;
import ru.marshrut.shared.Refusal;

/** What a new version may not be. */
class RubricContentTest {

    private static final Criterion TASKS = criterion("tasks", Part.CONTENT, 2, null, 0, 1, 2);
    private static final Criterion CURATORS = criterion("curators", Part.ORGANISATIONAL, 2, FactKind.CURATORS_WORK, 0, 1, 2);

    private static Criterion criterion(String code, Part part, int maximum, FactKind facts, int... levels) {
        return new Criterion(0, code, part, 1, "Формулировка задач эффективная", maximum, "Слайд", facts,
            Arrays.stream(levels).mapToObj(points -> new Level(points, null)).toList());
    }

    private static RubricContent rubric(Criterion... criteria) {
        return new RubricContent("Экспертиза", "Письмо", null, null, List.of(criteria));
    }

    private static void refused(RubricContent content, String field, String code) {
        Refusal refusal = catchThrowableOfType(Refusal.class, content::check);
        assertThat(refusal).as(code).isNotNull();
        assertThat(refusal.field()).isEqualTo(field);
        assertThat(refusal.code()).isEqualTo("expertise.rubrics." + code);
    }

    @Test
    void aSoundOneIsTaken() {
        assertThatCode(rubric(TASKS, CURATORS)::check).doesNotThrowAnyException();
        assertThatCode(new RubricContent("Экспертиза", "Письмо", 2, 5, List.of(TASKS, CURATORS))::check).doesNotThrowAnyException();
    }

    @Test
    void theWholeNeedsATitleASourceAndSomethingToCheck() {
        refused(new RubricContent(" ", "Письмо", null, null, List.of(TASKS)), "title", "missing.title");
        refused(new RubricContent("Экспертиза", "", null, null, List.of(TASKS)), "source", "missing.source");
        refused(new RubricContent("Э".repeat(501), "Письмо", null, null, List.of(TASKS)), "title", "long.title");
        refused(rubric(CURATORS), null, "noContent");
    }

    @Test
    void everyCriterionHasACodeOfItsOwn() {
        refused(rubric(criterion("Задачи", Part.CONTENT, 1, null, 0, 1)), "criteria[0].code", "wrongCode");
        refused(rubric(criterion("", Part.CONTENT, 1, null, 0, 1)), "criteria[0].code", "wrongCode");
        refused(rubric(TASKS, criterion("tasks", Part.ORGANISATIONAL, 1, null, 0, 1)), "criteria[1].code", "codeTwice");
    }

    @Test
    void everyCriterionHasWordsAndASource() {
        refused(rubric(TASKS, new Criterion(0, "more", Part.CONTENT, 2, "", 1, "Слайд", null, TASKS.levels())), "criteria[1].title", "missing.criterionTitle");
        refused(rubric(new Criterion(0, "more", Part.CONTENT, 2, "Ещё", 2, "", null, TASKS.levels())), "criteria[0].source", "missing.criterionSource");
        refused(rubric(new Criterion(0, "more", Part.CONTENT, 2, "Ещё", 2, "С".repeat(501), null, TASKS.levels())), "criteria[0].source", "long.criterionSource");
    }

    @Test
    void theMaximumIsTheHighestLevelAndEveryLevelIsThereOnce() {
        refused(rubric(criterion("tasks", Part.CONTENT, 0, null, 0)), "criteria[0].maximum", "wrongMaximum");
        refused(rubric(criterion("tasks", Part.CONTENT, 21, null, 0)), "criteria[0].maximum", "wrongMaximum");
        refused(rubric(criterion("tasks", Part.CONTENT, 2, null, 0, 2)), "criteria[0].levels", "levelMissing");
        refused(rubric(criterion("tasks", Part.CONTENT, 3, null, 0, 1, 2)), "criteria[0].levels", "levelMissing");
        refused(rubric(criterion("tasks", Part.CONTENT, 1, null, 0, 1, 2)), "criteria[0].levels", "levelAbove");
        refused(rubric(criterion("tasks", Part.CONTENT, 2, null, 0, 1, 1, 2)), "criteria[0].levels", "levelTwice");
        refused(rubric(criterion("tasks", Part.CONTENT, 2, null)), "criteria[0].levels", "levelMissing");
    }

    @Test
    void countedFactsFitPartAndMaximum() {
        refused(rubric(criterion("programme", Part.CONTENT, 2, FactKind.PROGRAMME_SHARE, 0, 1, 2)), "criteria[0].facts", "factsDoNotFit.CONTENT");
        refused(rubric(criterion("curators", Part.CONTENT, 2, FactKind.CURATORS_WORK, 0, 1, 2)), "criteria[0].facts", "factsDoNotFit.ORGANISATIONAL");
        assertThatCode(rubric(criterion("programme", Part.CONTENT, 3, FactKind.PROGRAMME_SHARE, 0, 1, 2, 3))::check).doesNotThrowAnyException();
    }

    @Test
    void lessCannotBeDeclaredThanIsItemised() {
        refused(new RubricContent("Экспертиза", "Письмо", 1, null, List.of(TASKS)), "declaredContent", "declaredTooLittle.CONTENT");
        refused(new RubricContent("Экспертиза", "Письмо", 15, 1, List.of(TASKS, CURATORS)), "declaredOrganisational", "declaredTooLittle.ORGANISATIONAL");
    }
}
