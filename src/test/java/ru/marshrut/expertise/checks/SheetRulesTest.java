package ru.marshrut.expertise.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ru.marshrut.expertise.CheckSheet;
import ru.marshrut.expertise.CheckSheet.Mark;
import ru.marshrut.expertise.CheckSheet.Note;
import ru.marshrut.expertise.Checks.CheckRemark;
import ru.marshrut.expertise.Criterion;
import ru.marshrut.expertise.Criterion.Level;
import ru.marshrut.expertise.Fact;
import ru.marshrut.expertise.Part;
import ru.marshrut.expertise.Score;
import ru.marshrut.expertise.Suggestion;
import ru.marshrut.shared.Refusal;

class SheetRulesTest {

    private static final Criterion TASKS = new Criterion(5, "tasks", Part.CONTENT, 1, "Формулировка задач эффективная", 2, "слайд", null,
        List.of(new Level(0, "нет"), new Level(1, "частично"), new Level(2, "да")));
    private static final Suggestion ONE = new Suggestion(1, List.of(new Fact("expertise.facts.programme.share", List.of("4", "1", "25,00"), "/x")));
    private static final Map<Long, String> CATALOGUE = Map.of(9L, "не поставлены задачи");

    @Test
    void everyCriterionNeedsALevelOfTheRubric() {
        refuses(new CheckSheet(Map.of(), List.of()), Map.of(), "points_5", "expertise.checks.noPoints");
        refuses(sheet(null, "", ""), Map.of(), "points_5", "expertise.checks.noPoints");
        refuses(sheet(3, "", ""), Map.of(), "points_5", "expertise.checks.noSuchLevel");
        refuses(sheet(-1, "", ""), Map.of(), "points_5", "expertise.checks.noSuchLevel");
    }

    @Test
    void belowTheMaximumACommentIsNeeded() {
        refuses(sheet(1, " ", ""), Map.of(), "comment_5", "expertise.checks.noComment");

        assertThat(scores(sheet(1, " Не измеримы ", ""), Map.of())).containsExactly(new Score(5, 1, "Не измеримы", null, null));
        assertThat(scores(sheet(2, "", ""), Map.of())).containsExactly(new Score(5, 2, "", null, null));
    }

    @Test
    void aDecisionAgainstTheSuggestionNeedsAReason() {
        refuses(sheet(2, "", " "), Map.of(5L, ONE), "against_5", "expertise.checks.noReason");

        assertThat(scores(sheet(2, "", " Документы полные "), Map.of(5L, ONE))).containsExactly(new Score(5, 2, "", ONE, "Документы полные"));
    }

    @Test
    void whatWasSuggestedIsKeptAlsoWhereItIsFollowed() {
        assertThat(scores(sheet(1, "Как посчитано", "лишнее"), Map.of(5L, ONE))).containsExactly(new Score(5, 1, "Как посчитано", ONE, null));
    }

    @Test
    void aRefusalNamesTheCriterionTheValueAndTheMaximum() {
        assertThatThrownBy(() -> scores(sheet(1, "", ""), Map.of())).asInstanceOf(type(Refusal.class))
            .extracting(Refusal::arguments).isEqualTo(new Object[] {"Формулировка задач эффективная", 1, 2});
    }

    @Test
    void remarksComeFromTheCatalogueOrAreInOwnWords() {
        CheckSheet sheet = new CheckSheet(Map.of(), List.of(new Note(5L, 9L, ""), new Note(null, null, " Добавьте сроки "), new Note(5L, null, "  "),
            new Note(null, null, "Добавьте сроки")));

        assertThat(SheetRules.remarks(3, List.of(TASKS), sheet, CATALOGUE)).containsExactly(
            new CheckRemark(0, 3, 5L, 9L, "не поставлены задачи"), new CheckRemark(0, 3, null, null, "Добавьте сроки"));
    }

    @Test
    void aRemarkThatIsNotOfferedOrBelongsNowhereIsRefused() {
        refusesRemark(new Note(null, 8L, ""), "remark_8", "expertise.checks.noSuchRemark");
        refusesRemark(new Note(6L, 9L, ""), "remark_9", "expertise.checks.noSuchCriterion");
        refusesRemark(new Note(6L, null, "слова"), "own_6", "expertise.checks.noSuchCriterion");
        refusesRemark(new Note(null, null, "я".repeat(1001)), "own", "expertise.checks.longRemark");
        assertThat(SheetRules.remarks(3, List.of(TASKS), new CheckSheet(Map.of(), List.of(new Note(null, null, "я".repeat(1000)))), CATALOGUE)).hasSize(1);
    }

    private static void refuses(CheckSheet sheet, Map<Long, Suggestion> suggestions, String field, String code) {
        assertThatThrownBy(() -> scores(sheet, suggestions)).asInstanceOf(type(Refusal.class))
            .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field), refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static void refusesRemark(Note note, String field, String code) {
        assertThatThrownBy(() -> SheetRules.remarks(3, List.of(TASKS), new CheckSheet(Map.of(), List.of(note)), CATALOGUE))
            .asInstanceOf(type(Refusal.class)).satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field),
                refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static List<Score> scores(CheckSheet sheet, Map<Long, Suggestion> suggestions) {
        return SheetRules.scores(List.of(TASKS), sheet, suggestions);
    }

    private static CheckSheet sheet(Integer points, String comment, String reason) {
        return new CheckSheet(Map.of(5L, new Mark(points, comment, reason)), List.of());
    }
}
