package ru.marshrut.roadmap.figures;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ru.marshrut.calendar.Precision;
import ru.marshrut.calendar.Recurrence;
import ru.marshrut.calendar.Window;
import ru.marshrut.roadmap.Evidence;
import ru.marshrut.roadmap.Indicator;
import ru.marshrut.roadmap.IndicatorKind;
import ru.marshrut.roadmap.Indicators.Figure;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.MeasureContent;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Outcomes.Member;
import ru.marshrut.roadmap.Population;
import ru.marshrut.territory.Participants;
import ru.marshrut.territory.Participants.Holder;
import ru.marshrut.territory.Participants.Participant;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;

/** Three schools in two municipalities; 21 has two curators' visits behind it, its curator 41 curates 22 too. */
class JudgementTest {

    private static final LocalDate APPOINTED = day("2021-02-16");

    private final List<Fact> facts = new ArrayList<>();
    private final List<Registered> registered = new ArrayList<>();
    private final Map<Long, List<LocalDate>> log = new HashMap<>();
    private final Map<Long, LocalDate> maps = new HashMap<>();
    private final List<Measure> measures = new ArrayList<>();
    private LocalDate on = day("2021-06-21");

    @Test
    void aShareCountsEachSchoolWhoseLatestFactCounts() {
        Measure placing = stage(OutcomeKind.CONCEPT_DOCUMENTS_PLACED, share(100, Population.SCHOOLS));
        school(OutcomeKind.CONCEPT_DOCUMENTS_PLACED, 21, "2021-04-10", true);
        school(OutcomeKind.CONCEPT_DOCUMENTS_PLACED, 22, "2021-04-12", true);
        school(OutcomeKind.CONCEPT_DOCUMENTS_PLACED, 22, "2021-04-20", false);
        school(OutcomeKind.MONITORING_1_PLACED, 23, "2021-04-10", true);

        assertThat(figure(placing)).satisfies(figure -> {
            assertThat(figure.fact()).isEqualByComparingTo("33.3");
            assertThat(figure.counted()).isEqualTo(1);
            assertThat(figure.of()).isEqualTo(3);
            assertThat(figure.reached()).isFalse();
        });
        on = day("2021-04-15");
        assertThat(figure(placing).counted()).as("the return of 22 had not happened").isEqualTo(2);
    }

    @Test
    void theTargetIsHeldAgainstTheExactShare() {
        school(OutcomeKind.SURVEY_DONE, 21, "2021-02-10", true);
        school(OutcomeKind.SURVEY_DONE, 22, "2021-02-10", true);

        assertThat(figure(stage(OutcomeKind.SURVEY_DONE, share("66.6", Population.SCHOOLS))).reached()).isTrue();
        assertThat(figure(stage(OutcomeKind.SURVEY_DONE, share("66.7", Population.SCHOOLS))).reached()).isFalse();
    }

    @Test
    void severalPopulationsAreOneAndAPersonIsCountedOnce() {
        Measure webinar = event(share(100, Population.CURATORS, Population.PRINCIPALS));
        attended(webinar, person(41, null));
        attended(webinar, person(32, 22L));

        assertThat(figure(webinar)).extracting(Figure::counted, Figure::of).containsExactly(2, 5); // curators 41, 42; principals 31, 32, 33
    }

    @Test
    void anEventsAttendanceIsNoOthers() {
        Measure first = event(share(100, Population.SCHOOLS));
        Measure second = event(share(100, Population.SCHOOLS));
        attended(first, Member.school(21, 1));

        assertThat(figure(first).counted()).isEqualTo(1);
        assertThat(figure(second).counted()).isZero();
    }

    @Test
    void aTeamCountsThroughOneOfItsPeopleAndAPairThroughEitherSide() {
        Measure teams = event(share(100, Population.TEAMS));
        attended(teams, person(32, 22L));
        Measure pairs = event(share(20, Population.PAIRS));
        presented(pairs, person(41, null));
        Indicator presented = share(20, OutcomeKind.PRESENTED, Population.PAIRS);

        assertThat(figure(teams)).extracting(Figure::counted, Figure::of).containsExactly(1, 3);
        assertThat(Judgement.of(situation(), pairs, presented, 2021)).extracting(Figure::counted, Figure::of).containsExactly(2, 3);
    }

    @Test
    void schoolsWithACuratorAreCountedFromTheCuratorships() {
        Measure appointing = measure(Evidence.FACT, null, List.of(), share(100, OutcomeKind.CURATOR_APPOINTED, Population.SCHOOLS));

        assertThat(figure(appointing)).extracting(Figure::counted, Figure::of, Figure::reached).containsExactly(3, 3, true);
    }

    @Test
    void registeredPeopleAreThePopulationOfTheirMeasure() {
        Measure webinar = event(share(100, Population.REPRESENTATIVES));
        registered.add(new Registered(webinar.id(), 61L, 21L, "Тестова Анна Примеровна"));
        registered.add(new Registered(webinar.id(), null, 22L, "Примерова Вера Тестовна"));
        registered.add(new Registered(webinar.id(), null, null, "Образцов Пётр Примерович"));
        attended(webinar, person(61, 21L));
        attended(webinar, Member.school(22, 1));

        assertThat(figure(webinar)).extracting(Figure::counted, Figure::of).containsExactly(2, 3);
    }

    @Test
    void nothingIsCountedOfAnEmptyPopulationOrWhereNothingSaysWhat() {
        assertThat(figure(event(share(100, Population.REPRESENTATIVES)))).satisfies(figure -> {
            assertThat(figure.fact()).isNull();
            assertThat(figure.reached()).isFalse();
        });
        assertThat(figure(measure(Evidence.FACT, null, List.of(), share(100, Population.SCHOOLS))).fact()).isNull();
    }

    /** Seed 003, rows 23 and 26; DESIGN 9. */
    @Test
    void measuresAreThoseOfTheOthersThatWereDueByTheNamedDate() {
        Measure early = due("2021-02-15");
        Measure late = due("2021-06-21");
        due("2021-12-20");
        Measure report = measure(Evidence.MEASURES, null, List.of(Window.day(day("2021-06-21"))),
            new Indicator(IndicatorKind.SHARE, List.of(Population.MEASURES), BigDecimal.valueOf(100), null, null, day("2021-06-21"), ""));
        done(early, "2021-02-15");
        done(late, "2021-06-25");

        assertThat(figure(report)).extracting(Figure::counted, Figure::of).containsExactly(1, 2);
        on = day("2021-09-01");
        assertThat(figure(report)).as("still as of 21.06").extracting(Figure::counted, Figure::of).containsExactly(1, 2);
        on = day("2021-03-01");
        assertThat(figure(report)).as("what was due by then").extracting(Figure::counted, Figure::of, Figure::reached).containsExactly(1, 1, true);
    }

    @Test
    void anExtensionAndAnOpenEndMoveWhatIsDue() {
        Measure extended = withExtension(due("2021-02-15"), "2021-07-01");

        assertThat(Situation.isDueBy(extended, on)).isFalse();
        assertThat(Situation.isDueBy(measure(Evidence.FACT, null, List.of(new Window(day("2021-01-01"), null, Precision.DAY))), on)).isFalse();
    }

    @Test
    void municipalitiesCountWithAnApprovedMap() {
        Measure approval = measure(Evidence.MAPS, null, List.of(), share(100, Population.MUNICIPALITIES));
        maps.put(11L, day("2021-03-27"));

        assertThat(figure(approval)).extracting(Figure::counted, Figure::of).containsExactly(1, 2);
    }

    @Test
    void aFactHasHappenedOnceItsMeasureIsDone() {
        Measure order = measure(Evidence.FACT, null, List.of(), new Indicator(IndicatorKind.FACT, List.of(), null, null, null, null, "утвержден список"));
        assertThat(figure(order)).extracting(Figure::fact, Figure::reached).containsExactly(BigDecimal.ZERO, false);

        done(order, "2021-01-29");
        assertThat(figure(order)).extracting(Figure::fact, Figure::reached).containsExactly(BigDecimal.ONE, true);
    }

    @Test
    void publicationsAreARateOrANumber() {
        List<Window> january = List.of(new Window(day("2021-01-01"), day("2021-01-31"), Precision.MONTH));
        Measure media = measure(Evidence.LOG, null, january,
            new Indicator(IndicatorKind.RATE, List.of(Population.PUBLICATIONS), BigDecimal.valueOf(2), Recurrence.Kind.WEEKLY, null, null, ""),
            new Indicator(IndicatorKind.COUNT, List.of(Population.PUBLICATIONS), BigDecimal.valueOf(5), null, null, null, ""));
        log.put(media.id(), List.of(day("2021-01-01"), day("2021-01-04"), day("2021-01-05"), day("2021-01-11")));

        assertThat(figure(media)).extracting(Figure::counted, Figure::of, Figure::reached).containsExactly(1, 4, false); // weeks of 4, 11, 18 and 25 January
        assertThat(Judgement.of(situation(), media, media.content().indicators().get(1), 2021).fact()).isEqualByComparingTo("4");
    }

    /** Seed 002, rows 8 and 18 are both «Экспертиза документов». */
    @Test
    void aCheckOfDocumentsBelongsToItsRowWhereItNamesOne() {
        Measure june = stage(OutcomeKind.DOCUMENTS_CHECKED, share(100, Population.SCHOOLS));
        Measure november = stage(OutcomeKind.DOCUMENTS_CHECKED, share(100, Population.SCHOOLS));
        facts.add(new Fact(OutcomeKind.DOCUMENTS_CHECKED, Member.Type.SCHOOL, 21, 21L, june.id(), day("2021-06-10"), true));

        assertThat(figure(june).counted()).isEqualTo(1);
        assertThat(figure(november).counted()).isZero();
    }

    @Test
    void aDocumentThatTheMeasureAsksForStandsForItsStage() {
        Measure placing = stage(OutcomeKind.CONCEPT_DOCUMENTS_PLACED, share(100, Population.SCHOOLS));
        Measure other = stage(OutcomeKind.CONCEPT_DOCUMENTS_PLACED, share(100, Population.SCHOOLS));
        facts.add(new Fact(OutcomeKind.DELIVERED, Member.Type.SCHOOL, 21, 21L, placing.id(), day("2021-04-10"), true));

        assertThat(figure(placing).counted()).isEqualTo(1);
        assertThat(figure(other).counted()).isZero();
    }

    private Figure figure(Measure measure) {
        return Judgement.of(situation(), measure, measure.content().indicators().get(0), 2021);
    }

    private Situation situation() {
        Participants participants = new Participants(
            List.of(new Participant(21, 11, 1), new Participant(22, 11, 1), new Participant(23, 12, 1)),
            List.of(holder(Role.CURATOR, 41, 21), holder(Role.CURATOR, 41, 22), holder(Role.CURATOR, 42, 23),
                holder(Role.PRINCIPAL, 31, 21), holder(Role.PRINCIPAL, 32, 22), holder(Role.PRINCIPAL, 33, 23)), false);
        return new Situation(on, measures, participants, facts.stream().filter(fact -> !fact.occurredOn().isAfter(on)).collect(groupingBy(Fact::kind)),
            registered, List.of(), log, maps);
    }

    private static Holder holder(Role role, long person, long school) {
        return new Holder(role, person, Place.school(school), APPOINTED);
    }

    private Measure stage(OutcomeKind outcome, Indicator indicator) {
        return measure(Evidence.STAGE, outcome, List.of(), indicator);
    }

    private Measure event(Indicator indicator) {
        return measure(Evidence.ATTENDANCE, null, List.of(), indicator);
    }

    private Measure due(String day) {
        return measure(Evidence.FACT, null, List.of(Window.day(day(day))));
    }

    private Measure measure(Evidence evidence, OutcomeKind outcome, List<Window> windows, Indicator... indicators) {
        Measure measure = new Measure(measures.size() + 1L, 1, measures.size() + 1, new MeasureContent("", "Мероприятие", "", windows, null, "", Set.of(), "",
            evidence, outcome, List.of(indicators)), Measure.State.RUNNING, null, null, null, null);
        measures.add(measure);
        return measure;
    }

    private static Measure withExtension(Measure measure, String until) {
        return new Measure(measure.id(), 1, measure.position(), measure.content(), measure.state(), null, null, day(until), null);
    }

    private static Indicator share(int target, Population... populations) {
        return share(target, null, populations);
    }

    private static Indicator share(String target, Population population) {
        return new Indicator(IndicatorKind.SHARE, List.of(population), new BigDecimal(target), null, null, null, "");
    }

    private static Indicator share(int target, OutcomeKind outcome, Population... populations) {
        return new Indicator(IndicatorKind.SHARE, List.of(populations), BigDecimal.valueOf(target), null, outcome, null, "");
    }

    private void school(OutcomeKind kind, long school, String day, boolean counts) {
        facts.add(new Fact(kind, Member.Type.SCHOOL, school, school, null, day(day), counts));
    }

    private static Member person(long id, Long schoolId) {
        return new Member(Member.Type.PERSON, id, 1, schoolId);
    }

    private void attended(Measure measure, Member member) {
        tell(OutcomeKind.ATTENDED, measure, member);
    }

    private void presented(Measure measure, Member member) {
        tell(OutcomeKind.PRESENTED, measure, member);
    }

    private void tell(OutcomeKind kind, Measure measure, Member member) {
        facts.add(new Fact(kind, member.type(), member.id(), member.schoolId(), measure.id(), day("2021-03-01"), true));
    }

    private void done(Measure measure, String day) {
        facts.add(new Fact(OutcomeKind.MEASURE_DONE, Member.Type.MEASURE, measure.id(), null, measure.id(), day(day), true));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
