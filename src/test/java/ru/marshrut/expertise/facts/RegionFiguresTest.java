package ru.marshrut.expertise.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.marshrut.expertise.facts.StageFigures.Standing;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.SchoolOutcomes.Left;
import ru.marshrut.schoolyear.RegionStages.SchoolInStage;

/** Figures of a region of ten schools, counted by hand: the stage is due on 20.11, it is 21.11. */
class RegionFiguresTest {

    private static final LocalDate DUE = LocalDate.of(2022, 11, 20);
    private static final LocalDate DAY = LocalDate.of(2022, 11, 21);
    private static final InvolvementSettings DEFAULTS = new InvolvementSettings(20, 100, 100, 50);

    private static SchoolInStage school(long id, LocalDate lastDay) {
        return new SchoolInStage(100 + id, id, "Школа № " + id, "Вымышленный район", lastDay, null, false);
    }

    private static SchoolInStage left(long id, String on, boolean merged) {
        return new SchoolInStage(100 + id, id, "Школа № " + id, "Вымышленный район", DUE, LocalDate.parse(on), merged);
    }

    private static List<SchoolInStage> tenSchools() {
        List<SchoolInStage> schools = new ArrayList<>(LongStream.rangeClosed(1, 4).mapToObj(id -> school(id, DUE)).toList());
        schools.add(school(5, DUE.plusDays(5))); // extended, or joined late
        schools.add(school(6, DUE.plusDays(5)));
        schools.add(left(7, "2022-10-01", false));
        schools.add(left(8, "2022-11-20", false)); // on the last day: not to its end
        schools.add(left(9, "2022-11-21", false)); // after it
        schools.add(left(10, "2022-11-21", true));
        return schools;
    }

    @Test
    void ofTenSchoolsThoseThatTookPartOnTheirDateCount() {
        StageFigures figures = StageFigures.of(DAY, tenSchools(), Map.of(1L, DUE, 2L, DUE.plusDays(1), 5L, DUE.plusDays(1),
            7L, DUE.minusDays(60), 9L, DUE.minusDays(1), 10L, DUE));
        assertThat(figures.of(Standing.ON_TIME)).as("on the last day; later, with an extension; left after it").extracting(line -> line.school().schoolId())
            .containsExactly(1L, 5L, 9L);
        assertThat(figures.of(Standing.LATE)).extracting(line -> line.school().schoolId()).containsExactly(2L);
        assertThat(figures.of(Standing.MISSING)).extracting(line -> line.school().schoolId()).containsExactly(3L, 4L);
        assertThat(figures.of(Standing.NOT_DUE)).extracting(line -> line.school().schoolId()).containsExactly(6L);
        assertThat(figures.departed()).extracting(SchoolInStage::schoolId).containsExactly(7L, 8L, 10L);
        assertThat(figures.share()).isEqualTo(new Share(3, 7));
    }

    @Test
    void theLastDayItselfIsNotPast() {
        assertThat(StageFigures.of(DUE, List.of(school(1, DUE)), Map.of()).count(Standing.NOT_DUE)).isEqualTo(1);
        assertThat(StageFigures.of(DAY, List.of(school(1, DUE)), Map.of()).count(Standing.MISSING)).isEqualTo(1);
    }

    @Test
    void whereNoRoadMapDatesTheStageNothingIsLate() {
        StageFigures figures = StageFigures.of(DAY, List.of(school(1, null), school(2, null)), Map.of(1L, DAY));
        assertThat(figures.count(Standing.ON_TIME)).isEqualTo(1);
        assertThat(figures.count(Standing.MISSING)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"2499, 10000, false, '24,99'", "25, 100, true, 25", "1, 4, true, 25", "24999, 100000, false, '24,99'", "0, 7, false, 0", "7, 7, true, 100",
        "0, 0, false, ''"})
    void aShareIsExactAndNeverShowsABoundThatItHasNotReached(long part, long whole, boolean reached, String shown) {
        assertThat(new Share(part, whole).reaches(25)).isEqualTo(reached);
        assertThat(new Share(part, whole).percent()).isEqualTo(shown);
    }

    @Test
    void aKindOfInvolvementIsShownByItsShareOfSchools() {
        List<SchoolInStage> five = LongStream.rangeClosed(1, 5).mapToObj(id -> school(id, DUE)).toList();
        List<Left> outcomes = new ArrayList<>(LongStream.rangeClosed(1, 5).mapToObj(id -> new Left(OutcomeKind.SURVEY_DONE, id, DUE, List.of())).toList());
        outcomes.add(new Left(OutcomeKind.PRESENTED, 3, DUE, List.of(31L)));
        outcomes.add(new Left(OutcomeKind.PUBLISHED, 3, DUE.minusDays(2), List.of(31L, 30L)));
        LongStream.rangeClosed(1, 4).forEach(id -> outcomes.add(new Left(OutcomeKind.ATTENDED, id, DUE, List.of(32L))));
        LongStream.rangeClosed(1, 2).forEach(id -> outcomes.add(new Left(OutcomeKind.PEER_REVIEW_DONE, id, DUE, List.of())));
        InvolvementFigures figures = InvolvementFigures.of(DAY, five, outcomes, DEFAULTS);

        assertThat(figures.kinds()).extracting(InvolvementFigures.Kind::share)
            .containsExactly(new Share(1, 5), new Share(5, 5), new Share(4, 5), new Share(2, 5));
        assertThat(figures.kinds()).extracting(InvolvementFigures.Kind::isShown).containsExactly(true, true, false, false);
        assertThat(figures.shown()).isEqualTo(2);
        assertThat(figures.of(InvolvementKind.EXPERIENCE).counted()).singleElement()
            .satisfies(line -> assertThat(line.since()).isEqualTo(DUE.minusDays(2)), line -> assertThat(line.measures()).containsExactly(30L, 31L));
        assertThat(figures.of(InvolvementKind.PROJECTS).missing()).extracting(line -> line.school().schoolId()).containsExactly(5L);
    }

    @Test
    void whoHasLeftIsNotAskedToTakePart() {
        assertThat(InvolvementFigures.of(DAY, tenSchools(), List.of(new Left(OutcomeKind.ATTENDED, 9, DUE, List.of(32L))), DEFAULTS)
            .of(InvolvementKind.PROJECTS).share()).isEqualTo(new Share(0, 6));
        assertThat(InvolvementFigures.of(DAY, List.of(), List.of(), DEFAULTS).shown()).as("nothing is shown by no schools").isZero();
    }

    @Test
    void aShareThatCannotBeMeantIsRefusedAtTheStart() {
        assertThatThrownBy(() -> new InvolvementSettings(20, 0, 100, 50)).hasMessageContaining("marshrut.expertise.involvement");
        assertThatThrownBy(() -> new InvolvementSettings(101, 100, 100, 50)).hasMessageContaining("101");
    }
}
