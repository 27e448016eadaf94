package ru.marshrut.schoolyear.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static ru.marshrut.roadmap.process.MeasureStory.documents;
import static ru.marshrut.roadmap.process.MeasureStory.window;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.roadmap.Indicators;
import ru.marshrut.roadmap.MapLevel;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.StageDates;
import ru.marshrut.roadmap.process.MeasureStory;
import ru.marshrut.roadmap.process.MeasureStory.Row;
import ru.marshrut.roadmap.process.SchoolMeasureModel;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.StageCourse;
import ru.marshrut.schoolyear.StageStanding;
import ru.marshrut.schoolyear.YearEnds;
import ru.marshrut.schoolyear.YearStarts;
import ru.marshrut.schoolyear.YearStarts.Skipped;
import ru.marshrut.schoolyear.process.YearStory.Told;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.testing.MadePeople;
import ru.marshrut.work.OpenTask;

/** Years begin with the dates of the road maps above them, and follow them. */
@SpringBootTest
class YearDatesTest {

    private static final String ALL = "100% школ";

    @Autowired
    YearStory story;
    @Autowired
    YearCourse course;
    @Autowired
    StagesUnderway underway;
    @Autowired
    MeasureStory measures;
    @Autowired
    MadePeople people;
    @Autowired
    StageDates dates;
    @Autowired
    YearStarts starts;
    @Autowired
    YearEnds ends;
    @Autowired
    SchoolYears years;
    @Autowired
    StageCourse stages;
    @Autowired
    Indicators indicators;
    @Autowired
    Staff staff;
    @Autowired
    AuditTrail audit;
    @Autowired
    RuntimeService runtime;
    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void theYearIsYoung() {
        story.itIs("2021-03-05");
    }

    private static Row stage(OutcomeKind outcome, String start, String due) {
        return documents(outcome.name(), ALL, outcome, window(start, due));
    }

    private RoadMap ofRegion(Told told, Row... rows) {
        return measures.approved(course.toldToMeasures(told), Place.region(told.region()), null, rows);
    }

    private RoadMap ofMunicipality(Told told, Row... rows) {
        return measures.approved(course.toldToMeasures(told), Place.municipality(told.municipality()), null, rows);
    }

    @Test
    void ofFederationRegionAndMunicipalityTheEarliestDateCounts() {
        Told told = story.aSchool();
        long administrator = people.appoint(Role.ADMINISTRATOR, Place.FEDERATION);
        int otherYear = 2031; // the federation's dates hold for everybody
        measures.federal(otherYear, new MeasureStory.Told(told.region(), administrator, told.municipality(), told.municipal(), List.of()),
            stage(OutcomeKind.MONITORING_1_PLACED, "2031-05-01", "2031-05-20"), stage(OutcomeKind.SURVEY_DONE, null, "2031-02-10"));
        assertThat(dates.of(told.municipality(), otherYear).get(OutcomeKind.MONITORING_1_PLACED)).singleElement()
            .satisfies(date -> assertThat(date.level()).isEqualTo(MapLevel.FEDERAL));

        ofRegion(told, stage(OutcomeKind.MONITORING_1_PLACED, "2021-05-10", "2021-05-25"), stage(OutcomeKind.SURVEY_DONE, null, "2021-03-28"));
        RoadMap own = ofMunicipality(told, stage(OutcomeKind.MONITORING_1_PLACED, "2021-05-22", "2021-05-22"),
            stage(OutcomeKind.SURVEY_DONE, null, "2021-03-30"));
        assertThat(dates.of(told.municipality(), YearStory.YEAR).get(OutcomeKind.MONITORING_1_PLACED)).extracting(StageDates.StageDate::dueOn)
            .containsExactly(LocalDate.of(2021, 5, 22), LocalDate.of(2021, 5, 25));

        SchoolYear year = course.begun(told);
        StageStanding monitoring = story.standing(year, Stage.MONITORING_1);
        assertThat(monitoring.dueOn()).isEqualTo("2021-05-22");
        assertThat(monitoring.dueSource()).contains(own.title(), "приказ № 89 от 01.03.2021", "суббота, нерабочий день");
        assertThat(monitoring.opensOn()).as("one day is named: thirty days before it").isEqualTo("2021-04-22");
        assertThat(story.standing(year, Stage.SURVEY).dueOn()).isEqualTo("2021-03-28");
        assertThat(story.standing(year, Stage.MONITORING_2).opensOn()).as("no road map dates it").isEqualTo("2021-10-01");
        OpenTask survey = story.task(year, RiskProfileModel.CONDUCT_SURVEY);
        assertThat(survey.due().day(YearStory.MOSCOW)).isEqualTo("2021-03-28");
        assertThat(jdbc.sql("select parameters ->> 'SURVEY' || ' ' || (parameters ->> 'MONITORING_1') from audit_entry where type = 'schoolyear.started' and subject_id = ?")
            .param(String.valueOf(year.id())).query(String.class).single()).isEqualTo("2021-03-28 2021-05-22");
    }

    @Test
    void anAmendedRoadMapMovesWhatIsNotDoneYet() {
        Told told = story.aSchool();
        RoadMap map = ofRegion(told, stage(OutcomeKind.SURVEY_DONE, null, "2021-03-31"), stage(OutcomeKind.MONITORING_1_PLACED, "2021-05-10", "2021-05-25"),
            stage(OutcomeKind.MONITORING_2_PLACED, "2021-10-05", "2021-10-20"));
        SchoolYear year = course.begun(told);
        underway.profileIsActivated(year, "2021-03-05");
        OpenTask documents = story.task(year, ConceptDocumentsModel.SEND);
        assertThat(documents.due()).isNull();
        assertThat(course.timerDay(year, SchoolYearModel.SECOND_STAGE_TIMER)).isEqualTo("2021-10-05");

        measures.amended(course.toldToMeasures(told), map, "приказ изменён", stage(OutcomeKind.SURVEY_DONE, null, "2021-04-30"),
            stage(OutcomeKind.MONITORING_1_PLACED, "2021-05-10", "2021-05-25"), stage(OutcomeKind.MONITORING_2_PLACED, "2021-10-12", "2021-10-28"),
            stage(OutcomeKind.CONCEPT_DOCUMENTS_PLACED, null, "2021-04-15"));
        await().untilAsserted(() -> assertThat(story.standing(year, Stage.MONITORING_2).dueOn()).isEqualTo("2021-10-28"));
        assertThat(course.timerDay(year, SchoolYearModel.SECOND_STAGE_TIMER)).isEqualTo("2021-10-12");
        assertThat(course.timerDay(year, SchoolYearModel.FIRST_STAGE_TIMER)).isEqualTo("2021-05-10");
        assertThat(story.task(year, ConceptDocumentsModel.SEND).due().day(YearStory.MOSCOW)).isEqualTo("2021-04-15");
        assertThat(story.standing(year, Stage.SURVEY).dueOn()).as("what is done keeps its date").isEqualTo("2021-03-31");
        assertThat(audit.about(Subject.of(SchoolYears.SUBJECT, year.id())).stream().map(entry -> entry.text()))
            .contains("Срок этапа «Мониторинг, 2 этап» по дорожным картам теперь 28.10.2021",
                "Срок этапа «Концептуальные документы» по дорожным картам теперь 15.04.2021");
    }

    @Test
    void aSchoolThatJoinsLateHasTwoWeeksForWhatIsOverOrNear() {
        Told told = story.aSchool();
        ofRegion(told, stage(OutcomeKind.SURVEY_DONE, null, "2021-03-01"), stage(OutcomeKind.CONCEPT_DOCUMENTS_PLACED, null, "2021-03-15"),
            stage(OutcomeKind.MONITORING_1_PLACED, "2021-05-10", "2021-05-25"));
        assertThatThrownBy(() -> starts.joinLate(story.viewer(told.municipal()), told.school(), 2021, "приказ № 5")).as("nobody is told")
            .isInstanceOf(Refusal.class);
        course.takePart(told, course.anotherSchool(told));
        assertThatThrownBy(() -> starts.joinLate(story.viewer(told.curator()), told.school(), 2021, "приказ № 5")).isInstanceOf(NotYours.class);
        assertThatThrownBy(() -> starts.joinLate(story.viewer(told.municipal()), told.school(), 2021, "")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> starts.joinLate(story.viewer(told.municipal()), told.school(), 2019, "приказ № 5")).isInstanceOf(Refusal.class);
        starts.joinLate(story.viewer(told.municipal()), told.school(), 2021, "приказ № 5");
        story.run();
        SchoolYear year = years.of(told.school(), 2021).orElseThrow();
        assertThat(story.standing(year, Stage.SURVEY).dueOn()).isEqualTo("2021-03-19");
        assertThat(story.standing(year, Stage.SURVEY).dueSource()).contains("школа включена в проект 05.03.2021", "01.03.2021");
        assertThat(story.standing(year, Stage.CONCEPT_DOCUMENTS).dueOn()).isEqualTo("2021-03-19");
        assertThat(story.standing(year, Stage.MONITORING_1).dueOn()).isEqualTo("2021-05-25");
        assertThat(story.openSteps(year)).containsExactly(RiskProfileModel.CONDUCT_SURVEY);
        assertThatThrownBy(() -> starts.joinLate(story.viewer(told.municipal()), told.school(), 2021, "приказ № 5")).isInstanceOf(Refusal.class);
    }

    @Test
    void theDryRunTellsWhoWillBeginAndWhoNotAndWhy() {
        Told told = story.aSchool();
        long runs = course.anotherSchool(told);
        long outside = course.anotherSchool(told);
        assertThatThrownBy(() -> starts.preview(story.viewer(told.regional()), Place.region(told.region()), 2021)).as("nobody is told")
            .isInstanceOf(Refusal.class);
        course.takePart(told, told.school(), runs);
        starts.joinLate(story.viewer(told.municipal()), runs, 2021, "приказ № 5");
        assertThatThrownBy(() -> starts.preview(story.viewer(told.curator()), Place.region(told.region()), 2021)).isInstanceOf(NotYours.class);

        YearStarts.Preview preview = starts.preview(story.viewer(told.municipal()), Place.municipality(told.municipality()), 2021);
        assertThat(preview.starting()).extracting(school -> school.id()).containsExactly(told.school());
        assertThat(preview.skipped().entrySet().stream().map(entry -> entry.getKey().id() + " " + entry.getValue()))
            .containsExactlyInAnyOrder(runs + " " + Skipped.RUNNING, outside + " " + Skipped.NOT_TAKING_PART);
        assertThat(starts.start(story.viewer(told.municipal()), Place.municipality(told.municipality()), 2021)).isEqualTo(1);
        assertThatThrownBy(() -> starts.start(story.viewer(told.municipal()), Place.municipality(told.municipality()), 2021)).isInstanceOf(Refusal.class);
    }

    @Test
    void whatAMeasureAskedOfASchoolGoesOverToItsYearAndItsOutcomesReachTheIndicator() {
        Told told = story.aSchool();
        RoadMap map = ofRegion(told, stage(OutcomeKind.CONCEPT_DOCUMENTS_PLACED, "2021-03-01", "2021-04-15"));
        MeasureStory.Told asking = course.toldToMeasures(told);
        assertThat(measures.schoolTasks(asking, SchoolMeasureModel.PLACE_DOCUMENT)).hasSize(1);
        SchoolYear year = course.begun(told);
        assertThat(measures.schoolTasks(asking, SchoolMeasureModel.PLACE_DOCUMENT)).as("the year asks now").isEmpty();
        ofMunicipality(told, stage(OutcomeKind.CONCEPT_DOCUMENTS_PLACED, "2021-03-01", "2021-04-10"));
        assertThat(measures.schoolTasks(asking, SchoolMeasureModel.PLACE_DOCUMENT)).as("nor is it asked by a later one").isEmpty();

        stages.done(year.id(), Stage.CONCEPT_DOCUMENTS, LocalDate.of(2021, 3, 5));
        assertThat(indicators.figures(map.id(), LocalDate.of(2021, 3, 5), java.time.Instant.parse("2030-01-01T00:00:00Z")).values())
            .singleElement().satisfies(figures -> assertThat(figures).anyMatch(Indicators.Figure::reached));
    }

    @Test
    void aSuccessorOfTheCuratorTakesOverInTheMiddleOfAStep() {
        Told told = story.aSchool();
        SchoolYear year = course.begun(told);
        story.does(year, RiskProfileModel.CONDUCT_SURVEY, ProfileForms.survey("2021-03-05"));
        story.does(year, RiskProfileModel.ENTER_PROFILE, ProfileForms.levels(Map.of()));
        OpenTask visit = story.task(year, RiskProfileModel.MAKE_FIRST_VISIT);
        assertThat(visit.assigneeId()).isEqualTo(told.curator());
        long held = staff.appointmentsOf(told.curator(), LocalDate.of(2021, 3, 5)).get(0).id();
        staff.end(held, LocalDate.of(2021, 3, 4), "приказ № 8");
        long successor = people.person();
        staff.appoint(successor, Role.CURATOR, Place.school(told.school()), LocalDate.of(2021, 3, 5), "№ 9");
        await().untilAsserted(() -> assertThat(story.task(year, RiskProfileModel.MAKE_FIRST_VISIT).assigneeId()).isEqualTo(successor));
        story.does(year, RiskProfileModel.MAKE_FIRST_VISIT, ProfileForms.visit("2021-03-05"));
        assertThat(story.openSteps(year)).contains(RiskProfileModel.VERIFY_PROFILE);
        assertThat(story.standing(year, Stage.SURVEY).doneOn()).as("the history stays").isEqualTo("2021-03-05");
    }

    @Test
    void aSchoolLeavesInTheMiddleOfEachStage() {
        for (String call : List.of("call_riskProfile", "call_conceptDocuments", "call_curatorVisits", "call_firstStage", "call_secondStage")) {
            Told told = story.aSchool();
            SchoolYear year = course.begun(told);
            if (!call.equals("call_riskProfile")) {
                runtime.createProcessInstanceModification(course.instance(year).getId()).cancelAllForActivity("call_riskProfile")
                    .startBeforeActivity("service_takeStageDates").startBeforeActivity(call).execute();
                story.run();
            }
            assertThat(story.openSteps(year)).as(call).isNotEmpty();
            ends.leave(story.viewer(told.municipal()), year.id(), "приказ № 12");
            assertThat(story.openSteps(year)).as(call).isEmpty();
            assertThat(course.hasEndedWith(year, "end_schoolLeft")).isTrue();
        }
    }
}
