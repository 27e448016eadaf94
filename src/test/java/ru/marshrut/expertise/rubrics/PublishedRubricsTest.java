package ru.marshrut.expertise.rubrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.marshrut.expertise.Criterion;
import ru.marshrut.expertise.Criterion.Level;
import ru.marshrut.expertise.FactKind;
import ru.marshrut.expertise.Part;
import ru.marshrut.expertise.Rubric;
import ru.marshrut.expertise.TypicalRemarks;
import ru.marshrut.expertise.TypicalRemarks.TypicalRemark;
import ru.marshrut.expertise.persistence.RemarkRows;
import ru.marshrut.expertise.persistence.RubricRows;

/** The published rubrics and remarks, held against the seed's own text. */
@SpringBootTest
class PublishedRubricsTest {

    @Autowired
    RubricRows rubrics;
    @Autowired
    PublishedRubrics published;
    @Autowired
    TypicalRemarks remarks;
    @Autowired
    RemarkRows rows;
    @Autowired
    JdbcClient jdbc;

    private final String seed = seed();

    private static String seed() {
        try {
            return Files.readString(Path.of("src/test/resources/seeds/001_61e4a64dfd845c14.txt")).replace("**", "").replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Rubric rubric(String code) {
        return rubrics.all().stream().filter(one -> one.code().equals(code) && one.version() == 1).findFirst().orElseThrow();
    }

    @Test
    void theProgrammeHasTheBandsOfTheSeed() {
        Criterion programme = criterion("2022-stage-2", "programme");
        assertThat(seed).contains("1. " + programme.title() + " (макс. " + programme.maximum() + " балла)");
        Matcher band = Pattern.compile("(\\d+-\\d+)% -(\\d) балл").matcher(seed);
        List<Level> bands = band.results().map(one -> new Level(Integer.parseInt(one.group(2)), one.group(1).replace('-', '–') + " %")).toList();
        assertThat(bands).hasSize(4);
        assertThat(programme.levels()).isEqualTo(bands);
        assertThat(programme.facts()).isEqualTo(FactKind.PROGRAMME_SHARE);
    }

    @Test
    void theManagementCycleIsScoredNoPartlyYes() {
        List<Criterion> cycle = List.of(criterion("2022-stage-2", "tasks"), criterion("2022-stage-2", "indicators"), criterion("2022-stage-2", "evidence"));
        assertThat(cycle).allSatisfy(criterion -> {
            assertThat(seed).contains("✓ " + criterion.title() + " (0 –нет; 1 –частично; 2 –да)");
            assertThat(criterion.levels()).containsExactly(new Level(0, "нет"), new Level(1, "частично"), new Level(2, "да"));
            assertThat(criterion.part()).isEqualTo(Part.CONTENT);
            assertThat(criterion.facts()).isNull();
        });
        assertThat(seed).contains("управленческого цикла на уровне школы (макс. " + cycle.stream().mapToInt(Criterion::maximum).sum() + " баллов)");
    }

    @Test
    void theOrganisationalPartIsTheSeeds() {
        assertThat(seed).contains("✓ " + criterion("2022-stage-2", "completed").title() + " (макс. 1 балл)",
            "✓ " + criterion("2022-stage-2", "curators").title() + " (макс. 2 балла)",
            "✓ " + criterion("2022-stage-2", "involvement").title() + " (0 –нет; 1 –частично; 2 –да)");
        assertThat(rubric("2022-stage-2").of(Part.ORGANISATIONAL)).extracting(Criterion::code, Criterion::maximum, Criterion::facts).containsExactly(
            tuple("completed", 1, FactKind.STAGE_COMPLETED), tuple("curators", 2, FactKind.CURATORS_WORK), tuple("involvement", 2, FactKind.INVOLVEMENT));
        assertThat(criterion("2022-stage-2", "curators").levels()).as("no words are published").extracting(Level::words).containsOnlyNulls();
    }

    @Test
    void ninePointsOfFifteenAreItemised() {
        Rubric rubric = rubric("2022-stage-2");
        assertThat(seed).contains("Итого по содержательной части мониторинга: максимум " + rubric.declaredContent() + " баллов",
            "Итого по организационной части мониторинга: максимум " + rubric.declaredOrganisational() + " баллов");
        assertThat(rubric.itemised(Part.CONTENT)).isEqualTo(9);
        assertThat(rubric.isIncomplete(Part.CONTENT)).isTrue();
        assertThat(rubric.itemised(Part.ORGANISATIONAL)).isEqualTo(5);
        assertThat(rubric.isIncomplete(Part.ORGANISATIONAL)).isFalse();
    }

    @Test
    void theFirstStageIsKnownByItsMaximaOnly() {
        Rubric rubric = rubric("2022-stage-1");
        assertThat(rubric.criteria()).extracting(Criterion::code, Criterion::maximum).containsExactly(tuple("programme", 3), tuple("documents", 5), tuple("curators", 3));
        assertThat(rubric.criteria()).allSatisfy(criterion -> {
            assertThat(seed).containsPattern(Pattern.quote(criterion.title()) + " – \\d/" + criterion.maximum() + " балл");
            assertThat(criterion.levels()).hasSize(criterion.maximum() + 1).extracting(Level::words).containsOnlyNulls();
        });
        assertThat(rubric.declared(Part.CONTENT)).isEmpty();
        assertThat(rubric.isIncomplete(Part.CONTENT)).isFalse();
    }

    @Test
    void everyCriterionHasItsLevelsAndSource() {
        assertThat(List.of(rubric("2022-stage-1"), rubric("2022-stage-2"))).flatExtracting(Rubric::criteria).allSatisfy(criterion -> {
            assertThat(criterion.levels()).extracting(Level::points).isEqualTo(java.util.stream.IntStream.rangeClosed(0, criterion.maximum()).boxed().toList());
            assertThat(criterion.source()).isNotBlank();
            if (criterion.facts() != null) {
                assertThat(criterion.part()).isEqualTo(criterion.facts().part());
                assertThat(criterion.maximum()).isEqualTo(criterion.facts().maximum());
            }
        });
    }

    @Test
    void theRemarksAreTheSeedsOwn() {
        String part = seed.substring(seed.indexOf("Замечания"), seed.indexOf("Мероприятия региональной дорожной карты"));
        List<String> first = rows.all().stream().limit(5).map(TypicalRemark::text).toList();
        assertThat(first).allSatisfy(text -> assertThat(part).contains(text));
        assertThat(part.substring(part.indexOf("!!!")).replaceAll("(!!!|Критерии[^:]*:|Выборочный[^:]*:)", "").split("[.;-]\\s"))
            .extracting(String::strip).filteredOn(text -> !text.isEmpty()).containsExactlyElementsOf(first);
        assertThat(remarks.offered()).extracting(TypicalRemark::text).containsAll(first);
    }

    @Test
    void whatIsPublishedStays() {
        long rubric = rubric("2022-stage-2").id();
        long criterion = criterion("2022-stage-2", "tasks").id();
        for (String change : List.of("update rubric set title = 'Иначе' where id = " + rubric, "delete from rubric where id = " + rubric,
                "update criterion set maximum = 5 where id = " + criterion, "delete from criterion where id = " + criterion,
                "insert into criterion (rubric_id, code, part, position, title, maximum, source) values (" + rubric + ", 'more', 'CONTENT', 9, 'Ещё', 6, 'нет')",
                "update criterion_level set words = 'возможно' where criterion_id = " + criterion,
                "delete from criterion_level where criterion_id = " + criterion,
                "insert into criterion_level (criterion_id, points) values (" + criterion + ", 7)")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).as(change).hasMessageContaining("published").hasMessageContaining("stays");
        }
    }

    @Test
    void onlyPublishedOnesAreUsed() {
        assertThat(published.latest(2)).extracting(Rubric::code).contains("2022-stage-2");
        assertThat(published.latest(1)).extracting(Rubric::code).contains("2022-stage-1");
        assertThatThrownBy(() -> published.get(-1)).isInstanceOf(NoSuchElementException.class);
    }

    private Criterion criterion(String rubric, String code) {
        return rubric(rubric).criteria().stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow();
    }
}
