package ru.marshrut.schoolyear.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static ru.marshrut.schoolyear.process.ProfileForms.activation;
import static ru.marshrut.schoolyear.process.ProfileForms.levels;
import static ru.marshrut.schoolyear.process.ProfileForms.survey;
import static ru.marshrut.schoolyear.process.ProfileForms.verdicts;
import static ru.marshrut.schoolyear.process.ProfileForms.visit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditEntry;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.SchoolDocuments;
import ru.marshrut.documents.StoredDocument;
import ru.marshrut.notification.NewsSource;
import ru.marshrut.notification.ReturnReasons;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.StageCourse;
import ru.marshrut.schoolyear.StageStanding;
import ru.marshrut.schoolyear.process.YearStory.Told;
import ru.marshrut.schoolyear.profile.ProfileEntry;
import ru.marshrut.schoolyear.profile.ProfileImports;
import ru.marshrut.schoolyear.profile.ProfileImports.Preview;
import ru.marshrut.schoolyear.profile.RiskDirection.Act;
import ru.marshrut.schoolyear.profile.RiskDirection.Said;
import ru.marshrut.schoolyear.profile.RiskLevel;
import ru.marshrut.schoolyear.profile.RiskProfile;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Territory;
import ru.marshrut.testing.FlowNodes;
import ru.marshrut.testing.MadePeople;
import ru.marshrut.testing.ModelMigration;
import ru.marshrut.work.OpenTask;

@SpringBootTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RiskProfileProcessTest {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @Autowired
    YearStory story;
    @Autowired
    ProcessEngine engine;
    @Autowired
    ProfileEntry profiles;
    @Autowired
    SchoolYears years;
    @Autowired
    StageCourse course;
    @Autowired
    Territory territory;
    @Autowired
    Documents documents;
    @Autowired
    AuditTrail audit;
    @Autowired
    List<ReturnReasons> returnReasons;
    @Autowired
    List<NewsSource> news;
    @Autowired
    ModelMigration migration;
    @Autowired
    MadePeople people;
    @Autowired
    ProfileImports imports;
    @Autowired
    TransactionTemplate transactions;
    @Autowired
    JdbcClient jdbc;

    private Told told;
    private SchoolYear year;

    @BeforeEach
    void aSchoolInItsYear() {
        AbstractAssertions.init(engine);
        story.itIs("2021-02-01");
        told = story.aSchool();
        year = story.aYearOf(told);
    }

    private ProcessInstance started() {
        return story.started(RiskProfileModel.KEY, year);
    }

    private void comesToVerification(Map<String, RiskLevel> levels) {
        story.does(year, RiskProfileModel.CONDUCT_SURVEY, survey("2021-02-01"));
        story.does(year, RiskProfileModel.ENTER_PROFILE, levels(levels));
        story.does(year, RiskProfileModel.MAKE_FIRST_VISIT, visit("2021-02-01"));
    }

    private void isSettled() {
        story.does(year, RiskProfileModel.VERIFY_PROFILE, verdicts(Map.of()));
        story.does(year, RiskProfileModel.ACTIVATE_DIRECTIONS, activation("staff", "motivation"));
        story.does(year, RiskProfileModel.CONFIRM_ACTIVATION, Map.of("decision", "CONFIRM", "comment", "Согласен"));
    }

    @Test
    void fromTheSurveyToTheActivatedDirections() throws IOException {
        ProcessInstance instance = started();
        assertThat(story.standing(year, Stage.SURVEY).state(course.today(year.id()))).isEqualTo(StageStanding.State.OPEN);
        story.itIs("2021-02-10");
        story.does(year, RiskProfileModel.CONDUCT_SURVEY, survey("2021-02-08"));
        story.does(year, RiskProfileModel.ENTER_PROFILE, levels(Map.of("staff", RiskLevel.HIGH, "motivation", RiskLevel.HIGH, "parents", RiskLevel.MEDIUM)));
        story.itIs("2021-03-01");
        story.does(year, RiskProfileModel.MAKE_FIRST_VISIT, visit("2021-02-26"));
        story.does(year, RiskProfileModel.VERIFY_PROFILE, verdicts(Map.of()));
        story.itIs("2021-03-03");
        story.does(year, RiskProfileModel.ACTIVATE_DIRECTIONS, activation("staff", "motivation"));
        story.itIs("2021-03-09");
        story.does(year, RiskProfileModel.CONFIRM_ACTIVATION, Map.of("decision", "CONFIRM", "comment", ""));

        assertThat(instance).isEnded().hasPassedInOrder("service_openSurvey", "task_conductSurvey", "service_lookForProfile", "task_enterProfile",
            "task_makeFirstVisit", "task_verifyProfile", "task_activateDirections", "task_confirmActivation", "service_keepProfile",
            "end_directionsActivated").hasNotPassed("task_decideOnDisputes", "boundary_profileReceived");
        assertThat(story.standing(year, Stage.SURVEY).doneOn()).isEqualTo("2021-02-08");
        assertThat(story.standing(year, Stage.PROFILE).doneOn()).isEqualTo("2021-02-10");
        assertThat(story.standing(year, Stage.FIRST_VISIT).doneOn()).isEqualTo("2021-02-26");
        assertThat(story.standing(year, Stage.VERIFICATION).doneOn()).isEqualTo("2021-03-01");
        assertThat(story.standing(year, Stage.ACTIVATION).doneOn()).as("the day of the school, not of its curator").isEqualTo("2021-03-03");
        assertThat(territory.activatedRisks(List.of(told.school()), YearStory.YEAR).get(told.school())).containsExactlyInAnyOrder("staff", "motivation");
        assertThat(paper()).contains("Рисковый профиль школы", "Дефицит педагогических кадров", "высокий", "Первое посещение куратора", "80 из 100 (80\u00a0%)",
            "Администрация школы: в школе никого нет");
        assertThat(audit.about(Subject.of(SchoolYears.SUBJECT, year.id())).stream().map(AuditEntry::type)).contains("schoolyear.surveyReported",
            "schoolyear.profileReceived", "schoolyear.firstVisitHeld", "schoolyear.profileVerified", "schoolyear.directionsChosen",
            "schoolyear.activationConfirmed");
        assertThat(jdbc.sql("select count(*) from outcome where school_id = ? and kind = 'RISK_PROFILE_ANALYSED'").param(told.school())
            .query(Integer.class).single()).isOne();
    }

    private String paper() throws IOException {
        StoredDocument paper = documents.in(SchoolDocuments.slot(told.school(), YearStory.YEAR, "riskProfile")).get(0);
        assertThat(paper.authorId()).as("made by the system").isNull();
        try (InputStream content = documents.open(paper.id()); XWPFDocument document = new XWPFDocument(content);
             XWPFWordExtractor text = new XWPFWordExtractor(document)) {
            return text.getText();
        }
    }

    @Test
    void whatTheCuratorDisputesTheMunicipalCoordinatorDecidesAndAllVersionsStay() {
        ProcessInstance instance = started();
        comesToVerification(Map.of("staff", RiskLevel.HIGH, "motivation", RiskLevel.MEDIUM));
        story.does(year, RiskProfileModel.VERIFY_PROFILE, verdicts(Map.of("staff", "DISPUTE", "motivation", "CORRECT:HIGH")));
        assertThat(story.standing(year, Stage.VERIFICATION).doneOn()).as("not verified while a direction is disputed").isNull();
        OpenTask decision = story.task(year, RiskProfileModel.DECIDE_ON_DISPUTES);
        assertThat(decision.responsible().role()).isEqualTo(Role.MUNICIPAL_COORDINATOR);
        assertThatThrownBy(() -> story.does(decision, Map.of("level_staff", "LOW", "reason_staff", ""))).isInstanceOf(Refusal.class);
        story.itIs("2021-02-03");
        story.does(decision, Map.of("level_staff", "LOW", "reason_staff", "Учителя приняты"));

        assertThat(instance).isWaitingAt("task_activateDirections").hasPassed("task_decideOnDisputes");
        assertThat(story.standing(year, Stage.VERIFICATION).doneOn()).isEqualTo("2021-02-03");
        List<Said> staff = profiles.of(year.id()).directions().stream().filter(direction -> direction.code().equals("staff")).findFirst().orElseThrow().said();
        assertThat(staff).extracting(Said::act).containsExactly(Act.RECEIVED, Act.DISPUTED, Act.DECIDED);
        assertThat(staff).extracting(Said::level).containsExactly(RiskLevel.HIGH, RiskLevel.HIGH, RiskLevel.LOW);
        assertThat(profiles.of(year.id()).levels()).containsEntry("motivation", RiskLevel.HIGH);
        assertThat(jdbc.sql("select count(*) from year_decision where school_year_id = ? and stage = 'VERIFICATION'").param(year.id())
            .query(Integer.class).single()).as("one decision for each direction").isEqualTo(10);
    }

    @Test
    void aReturnedChoiceComesBackWithItsReason() {
        ProcessInstance instance = started();
        comesToVerification(Map.of("staff", RiskLevel.HIGH));
        story.does(year, RiskProfileModel.VERIFY_PROFILE, verdicts(Map.of()));
        story.does(year, RiskProfileModel.ACTIVATE_DIRECTIONS, Map.of("direction", "motivation", "reason_staff", "Решено в прошлом году"));
        OpenTask check = story.task(year, RiskProfileModel.CONFIRM_ACTIVATION);
        assertThatThrownBy(() -> story.does(check, Map.of("decision", "RETURN", "comment", " "))).isInstanceOf(Refusal.class);
        story.does(check, Map.of("decision", "RETURN", "comment", "Возьмите кадры"));

        OpenTask again = story.task(year, RiskProfileModel.ACTIVATE_DIRECTIONS);
        assertThat(returnReasons.stream().flatMap(reasons -> reasons.of(again).stream())).singleElement()
            .satisfies(reason -> assertThat(reason.comment()).isEqualTo("Возьмите кадры"));
        assertThat(territory.activatedRisks(List.of(told.school()), YearStory.YEAR)).isEmpty();
        story.itIs("2021-02-05");
        story.does(again, activation("staff"));
        story.does(year, RiskProfileModel.CONFIRM_ACTIVATION, Map.of("decision", "CONFIRM", "comment", ""));
        assertThat(instance).isEnded();
        assertThat(story.standing(year, Stage.ACTIVATION).doneOn()).isEqualTo("2021-02-05");
        assertThat(territory.activatedRisks(List.of(told.school()), YearStory.YEAR).get(told.school())).containsExactly("staff");
    }

    @Test
    void wrongInputIsRefusedByItsFieldAndNothingIsChanged() {
        started();
        refused(RiskProfileModel.CONDUCT_SURVEY, with(survey("2021-02-01"), "answered_pupils", "101"), "answered_pupils");
        refused(RiskProfileModel.CONDUCT_SURVEY, with(survey("2021-02-01"), "of_pupils", "сто"), "of_pupils");
        refused(RiskProfileModel.CONDUCT_SURVEY, with(survey("2021-02-01"), "of_parents", ""), "of_parents");
        refused(RiskProfileModel.CONDUCT_SURVEY, survey("2021-02-02"), "on");
        refused(RiskProfileModel.CONDUCT_SURVEY, survey("2020-12-31"), "on");
        Map<String, String> nobody = new HashMap<>(survey("2021-02-01"));
        nobody.replaceAll((field, value) -> field.equals("on") ? value : "0");
        refused(RiskProfileModel.CONDUCT_SURVEY, nobody, null);
        story.does(year, RiskProfileModel.CONDUCT_SURVEY, survey("2021-02-01"));
        refused(RiskProfileModel.ENTER_PROFILE, with(levels(Map.of()), "level_staff", ""), "level_staff");
        refused(RiskProfileModel.ENTER_PROFILE, with(levels(Map.of()), "level_staff", "HUGE"), "level_staff");
        story.does(year, RiskProfileModel.ENTER_PROFILE, levels(Map.of("staff", RiskLevel.HIGH)));
        refused(RiskProfileModel.MAKE_FIRST_VISIT, visit("2021-02-02"), "on");
        refused(RiskProfileModel.MAKE_FIRST_VISIT, with(visit("2021-02-01"), "report", ""), "report");
        story.does(year, RiskProfileModel.MAKE_FIRST_VISIT, visit("2021-02-01"));
        refused(RiskProfileModel.VERIFY_PROFILE, with(verdicts(Map.of("staff", "DISPUTE")), "comment_staff", ""), "comment_staff");
        refused(RiskProfileModel.VERIFY_PROFILE, verdicts(Map.of("staff", "CORRECT:HIGH")), "level_staff");
        refused(RiskProfileModel.VERIFY_PROFILE, with(verdicts(Map.of()), "verdict_staff", ""), "verdict_staff");
        refused(RiskProfileModel.VERIFY_PROFILE, with(verdicts(Map.of()), "revision", "1"), null);
        story.does(year, RiskProfileModel.VERIFY_PROFILE, verdicts(Map.of()));
        refused(RiskProfileModel.ACTIVATE_DIRECTIONS, Map.of("reason_staff", "Нет"), "direction");
        refused(RiskProfileModel.ACTIVATE_DIRECTIONS, activation("parents"), "reason_staff");
        refused(RiskProfileModel.ACTIVATE_DIRECTIONS, activation("staff", "unknown"), "direction");
        assertThat(story.openSteps(year)).containsExactly(RiskProfileModel.ACTIVATE_DIRECTIONS);
    }

    private void refused(String step, Map<String, String> fields, String field) {
        assertThatThrownBy(() -> story.does(year, step, fields)).as("%s %s", step, fields)
            .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    private static Map<String, String> with(Map<String, String> fields, String field, String value) {
        Map<String, String> changed = new HashMap<>(fields);
        changed.put(field, value);
        return changed;
    }

    @Test
    void lateWorkIsDoneAndShownAsLate() {
        started();
        jdbc.sql("update school_stage set due_on = '2021-02-15', due_source = 'план' where school_year_id = ? and stage = 'SURVEY'").param(year.id()).update();
        story.itIs("2021-02-20");
        assertThat(story.standing(year, Stage.SURVEY).state(LocalDate.of(2021, 2, 20))).isEqualTo(StageStanding.State.OVERDUE);
        story.does(year, RiskProfileModel.CONDUCT_SURVEY, survey("2021-02-18"));
        assertThat(story.standing(year, Stage.SURVEY).state(LocalDate.of(2021, 2, 20))).isEqualTo(StageStanding.State.DONE_LATE);
        assertThat(story.openSteps(year)).containsExactly(RiskProfileModel.ENTER_PROFILE);
    }

    @Test
    void aSchoolAsksForMoreTimeAndTheMunicipalityGrantsIt() {
        jdbc.sql("update school_stage set due_on = '2021-02-15', due_source = 'план' where school_year_id = ? and stage = 'SURVEY'").param(year.id()).update();
        ProcessInstance instance = started();
        story.asksForExtension(story.task(year, RiskProfileModel.CONDUCT_SURVEY), "2021-02-25");
        OpenTask decision = story.task(year, RiskProfileModel.DECIDE_ON_EXTENSION);
        assertThat(decision.responsible().role()).isEqualTo(Role.MUNICIPAL_COORDINATOR);
        assertThat(decision.context()).contains("Анкетирование");
        story.does(decision, Map.of("granted", "YES", "until", "2021-02-22", "reason", "карантин"));
        assertThat(story.standing(year, Stage.SURVEY).lastDay()).isEqualTo("2021-02-22");
        assertThat(story.task(year, RiskProfileModel.CONDUCT_SURVEY).due().day(YearStory.MOSCOW)).isEqualTo("2021-02-22");
        assertThat(instance).isWaitingAt("task_conductSurvey").hasPassed("end_extensionDecided");
        story.itIs("2021-02-22");
        story.does(year, RiskProfileModel.CONDUCT_SURVEY, survey("2021-02-22"));
        assertThat(story.standing(year, Stage.SURVEY).late()).isFalse();
    }

    @Test
    void nobodyElseDoesTheSteps() {
        started();
        OpenTask task = story.task(year, RiskProfileModel.CONDUCT_SURVEY);
        Told neighbour = story.aSchool();
        for (long stranger : List.of(neighbour.curator(), neighbour.municipal(), neighbour.regional(), told.curator(), told.municipal(),
            people.appoint(Role.OBSERVER, Place.region(told.region())))) {
            assertThatThrownBy(() -> story.doesAs(story.viewer(stranger), task, survey("2021-02-01"))).isInstanceOf(NotYours.class);
        }
        assertThat(story.openSteps(year)).containsExactly(RiskProfileModel.CONDUCT_SURVEY);
    }

    @Test
    void aRunningProfileGoesOverToAChangedModel() {
        ProcessInstance instance = started();
        comesToVerification(Map.of("staff", RiskLevel.HIGH, "motivation", RiskLevel.HIGH));
        try (var migrated = migration.migrate(instance.getId())) {
            isSettled();
            migrated.hasEnded();
        }
    }

    /** @return how many profiles were taken over */
    private int tableOfTheRegionArrives(String word) {
        Viewer regional = story.viewer(told.regional());
        Place region = Place.region(told.region());
        byte[] table = ProfileTables.ofSchools(territory.riskDirections().values(), List.of(territory.school(told.school()).code().toUpperCase(Locale.ROOT)), word);
        return transactions.execute(status -> {
            try {
                imports.upload(regional, region, YearStory.YEAR, "профили.xlsx", new ByteArrayInputStream(table));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Preview preview = imports.preview(regional, region, YearStory.YEAR).orElseThrow();
            assertThat(preview.problems()).isEmpty();
            return imports.confirm(regional, region, YearStory.YEAR, preview.fingerprint());
        });
    }

    @Test
    void theTableOfTheRegionEndsTheStepOfTheSchool() {
        ProcessInstance instance = started();
        story.does(year, RiskProfileModel.CONDUCT_SURVEY, survey("2021-02-01"));
        assertThat(instance).isWaitingAt("task_enterProfile");
        assertThat(tableOfTheRegionArrives("высокий риск")).isOne();
        story.run();
        assertThat(instance).isWaitingAt("task_makeFirstVisit").hasPassed("boundary_profileReceived");
        assertThat(story.openSteps(year)).containsExactly(RiskProfileModel.MAKE_FIRST_VISIT);
        assertThat(story.standing(year, Stage.PROFILE).doneOn()).isEqualTo("2021-02-01");
        assertThat(story.standing(year, Stage.FIRST_VISIT).openedOn()).isEqualTo("2021-02-01");
        assertThat(profiles.of(year.id()).high()).hasSize(10);
        assertThat(tableOfTheRegionArrives("2")).as("levels that nobody has looked at can be replaced").isOne();
        assertThat(profiles.of(year.id()).levels()).containsEntry("staff", RiskLevel.MEDIUM);
    }

    @Test
    void aProfileThatIsThereIsNotAskedFor() {
        ProcessInstance instance = started();
        tableOfTheRegionArrives("3");
        assertThat(instance).isWaitingAt("task_conductSurvey");
        story.does(year, RiskProfileModel.CONDUCT_SURVEY, survey("2021-02-01"));
        assertThat(instance).isWaitingAt("task_makeFirstVisit").hasNotPassed("task_enterProfile");
        assertThat(profiles.of(year.id()).source()).isEqualTo(RiskProfile.Source.TERRITORY_FILE);
    }

    @Test
    void curatorsAreToldOfANewProfile() {
        started();
        story.does(year, RiskProfileModel.CONDUCT_SURVEY, survey("2021-02-01"));
        story.does(year, RiskProfileModel.ENTER_PROFILE, levels(Map.of()));
        Instant now = Instant.parse("2021-02-02T00:00:00Z");
        assertThat(news.stream().flatMap(source -> source.newsOf(told.region(), LONG_AGO, now).stream())).singleElement().satisfies(one -> {
            assertThat(one.schoolId()).isEqualTo(told.school());
            assertThat(one.path()).isEqualTo("/school-years/" + year.id() + "/profile");
        });
        assertThat(news.stream().flatMap(source -> source.newsOf(told.region(), now, now.plusSeconds(1)).stream())).isEmpty();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void theTracesTogetherCoverTheModel() {
        FlowNodes nodes = FlowNodes.of(engine, RiskProfileModel.KEY);
        assertThat(nodes.share()).as("missed %s", nodes.missed()).isGreaterThanOrEqualTo(0.95);
    }
}
