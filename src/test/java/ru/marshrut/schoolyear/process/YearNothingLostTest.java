package ru.marshrut.schoolyear.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import ru.marshrut.access.Accounts;
import ru.marshrut.access.Browser;
import ru.marshrut.access.EngineIdentities;
import ru.marshrut.access.Viewer;
import ru.marshrut.territory.Histories;
import ru.marshrut.audit.Subject;
import ru.marshrut.documents.SchoolDocuments;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.YearEnds;
import ru.marshrut.schoolyear.YearStarts;
import ru.marshrut.schoolyear.concept.ConceptDocuments;
import ru.marshrut.schoolyear.conversation.SchoolConversations;
import ru.marshrut.schoolyear.monitoring.Monitoring;
import ru.marshrut.schoolyear.process.YearStory.Told;
import ru.marshrut.schoolyear.visits.VisitSchedules;
import ru.marshrut.shared.NotYours;
import ru.marshrut.territory.Absence;
import ru.marshrut.territory.Absences;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.testing.MadePeople;
import ru.marshrut.testing.TableContents;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.Tasks;
import ru.marshrut.work.bulk.BulkOrder;
import ru.marshrut.work.bulk.Bulks;

/** In a school's year: work that dies on its way, forms that come too late, people who change in the middle. Nothing is lost or done twice. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class YearNothingLostTest {

    private static final String PASSWORD = "ничего-не-потеряно";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final List<String> TABLES = List.of("school_year", "school_stage", "participation", "concept_document", "monitoring_placement",
        "monitoring_report", "risk_activation", "visit", "visit_change", "visit_schedule", "year_decision", "task_view", "extension", "document",
        "conversation_message", "letter", "audit_entry", "outcome", "act_ru_task", "act_ru_execution");

    @LocalServerPort
    int port;
    @Autowired
    YearStory story;
    @Autowired
    YearCourse course;
    @Autowired
    StagesUnderway underway;
    @Autowired
    MonitoringStory monitored;
    @Autowired
    MadePeople people;
    @Autowired
    Staff staff;
    @Autowired
    Absences absences;
    @Autowired
    Accounts accounts;
    @Autowired
    Tasks tasks;
    @Autowired
    SchoolYears years;
    @Autowired
    YearStarts starts;
    @Autowired
    YearEnds ends;
    @Autowired
    Monitoring monitoring;
    @Autowired
    VisitSchedules visits;
    @Autowired
    SchoolConversations conversations;
    @Autowired
    ConceptDocuments concept;
    @Autowired
    Bulks bulks;
    @Autowired
    Histories histories;
    @Autowired
    ManagementService management;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transactions;

    private Told told;

    /** What other tests have left unheard for ever. */
    private Set<UUID> unheard;

    @BeforeEach
    void inFebruary() {
        unheard = unheard();
        story.itIs("2021-02-01");
        told = story.aSchool();
    }

    @Test
    void whatFailsInTheMiddleLeavesNothingAndIsDoneByASecondTry() {
        course.takePart(told, told.school());
        failsThenSucceeds("start", () -> starts.start(story.viewer(told.regional()), Place.region(told.region()), YearStory.YEAR));
        SchoolYear year = years.of(told.school(), YearStory.YEAR).orElseThrow();
        story.run();
        story.does(year, RiskProfileModel.CONDUCT_SURVEY, ProfileForms.survey("2021-02-01"));
        story.does(year, RiskProfileModel.ENTER_PROFILE, ProfileForms.levels(Map.of()));
        story.does(year, RiskProfileModel.MAKE_FIRST_VISIT, ProfileForms.visit("2021-02-01"));
        story.does(year, RiskProfileModel.VERIFY_PROFILE, ProfileForms.verdicts(Map.of()));
        story.does(year, RiskProfileModel.ACTIVATE_DIRECTIONS, ProfileForms.activation("motivation"));
        OpenTask confirm = story.task(year, RiskProfileModel.CONFIRM_ACTIVATION);
        failsThenSucceeds("activation", () -> tasks.complete(confirm.id(), story.viewer(told.curator()), input(Map.of("decision", "CONFIRM"))));
        assertThat(jdbc.sql("select count(*) from document where subject_id = ?").param(SchoolDocuments.id(told.school(), YearStory.YEAR))
            .query(Integer.class).single()).as("the generated paper once").isLessThanOrEqualTo(1);
        story.run();
        failsThenSucceeds("question", () -> conversations.send(year.id(), story.viewer(told.municipal()), "Когда будет программа?", true, null));
        OpenTask propose = story.task(year, CuratorVisitsModel.PROPOSE_VISITS);
        Viewer regional = story.viewer(told.regional());
        monitored.due(year, Stage.VISIT_SCHEDULE, "2021-03-01");
        long bulk = bulks.prepare(regional, new BulkOrder(BulkOrder.Action.RETURN, "Не так", null, null, null, ""), List.of(propose.id()));
        Map<String, String> before = state();
        bulks.preview(bulk, regional);
        assertThat(state()).as("a dry run").isEqualTo(before);
        failsThenSucceeds("visits proposed", () -> tasks.complete(propose.id(), story.viewer(told.curator()), input(Map.of("day", "2021-04-12", "purpose", "Знакомство"))));
        story.run();
        failsThenSucceeds("leaving", () -> ends.leave(story.viewer(told.municipal()), year.id(), "приказ № 12"));
        assertThat(course.instance(year)).isNull();
    }

    private Set<UUID> unheard() {
        return Set.copyOf(jdbc.sql("select id from event_publication where completion_date is null").query(UUID.class).list());
    }

    private void failsThenSucceeds(String what, Runnable deed) {
        await().until(() -> unheard.containsAll(unheard())); // letters of what was done before
        Map<String, String> before = state();
        transactions.executeWithoutResult(status -> {
            deed.run();
            status.setRollbackOnly();
        });
        assertThat(state()).as(what + " leaves nothing half done").isEqualTo(before);
        deed.run();
        assertThat(state()).as(what + " is done by the second try").isNotEqualTo(before);
    }

    @Test
    void aJobThatDiesAfterItsWorkLeavesNoTraceAndIsCarriedOutAgain() {
        course.takePart(told, told.school());
        SchoolYear year = course.startedOnly(told);
        dyingJobs();
        assertThat(story.openSteps(year)).containsExactly(RiskProfileModel.CONDUCT_SURVEY);
        underway.profileIsActivated(year, "2021-02-01");
        story.itIs("2021-05-16");
        dyingJobs();
        assertThat(story.openSteps(year)).containsExactlyInAnyOrder(ConceptDocumentsModel.SEND, CuratorVisitsModel.PROPOSE_VISITS, MonitoringModel.REPORT);
        assertThat(jdbc.sql("select count(*) from outcome where member_id = ? and kind = 'ACTIVATED'").param(told.school()).query(Integer.class).single())
            .isLessThanOrEqualTo(1);
    }

    /** All that is due: each job's work is thrown away once and done again. */
    private void dyingJobs() {
        List<Job> due = due();
        while (!due.isEmpty()) {
            for (Job job : due) {
                transactions.executeWithoutResult(status -> {
                    management.executeJob(job.getId());
                    status.setRollbackOnly();
                });
                management.executeJob(job.getId());
            }
            due = due();
        }
    }

    private List<Job> due() {
        return management.createJobQuery().tenantIdIn(EngineIdentities.tenantId(told.region())).executable().list();
    }

    @Test
    void whoeverHasAFormOpenWhenTheSchoolLeavesIsToldAndChangesNothing() {
        SchoolYear year = course.begun(told);
        story.does(year, RiskProfileModel.CONDUCT_SURVEY, ProfileForms.survey("2021-02-01"));
        story.does(year, RiskProfileModel.ENTER_PROFILE, ProfileForms.levels(Map.of()));
        OpenTask visit = story.task(year, RiskProfileModel.MAKE_FIRST_VISIT);
        Browser curator = signedIn(told.curator());
        assertThat(curator.open("/tasks/" + visit.id()).statusCode()).isEqualTo(200);
        ends.leave(story.viewer(told.municipal()), year.id(), "приказ № 12");
        Map<String, String> before = state();

        assertThat(curator.call("POST", "/tasks/" + visit.id(), FORM, "on=2021-02-01&participants=x&report=x").statusCode()).isEqualTo(302);
        assertThat(curator.open("/tasks/" + visit.id()).statusCode()).isEqualTo(200);
        assertThat(curator.call("POST", "/tasks/" + visit.id() + "/extension", FORM, "until=2021-12-01&reason=x").statusCode()).isLessThan(500);
        for (String page : List.of("/profile", "/documents", "/programme", "/monitoring/1", "/visits", "/conversation", "/positive-changes")) {
            assertThat(curator.open("/school-years/" + year.id() + page).statusCode()).as(page).isEqualTo(200);
        }
        for (String change : List.of("/visits", "/conversation", "/monitoring/1/reopening", "/programme/rows")) {
            assertThat(curator.call("POST", "/school-years/" + year.id() + change, FORM, "day=2021-06-01&purpose=x&body=x&reason=x").statusCode())
                .as(change).isLessThan(500);
        }
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void aFormThatIsSentWhenTheSubstitutionIsOverIsNotTaken() {
        SchoolYear year = story.aYearOf(told);
        story.started(RiskProfileModel.KEY, year);
        story.does(year, RiskProfileModel.CONDUCT_SURVEY, ProfileForms.survey("2021-02-01"));
        story.does(year, RiskProfileModel.ENTER_PROFILE, ProfileForms.levels(Map.of()));
        long substitute = people.person();
        absences.enter(told.curator(), substitute, LocalDate.parse("2021-02-01"), LocalDate.parse("2021-02-02"), Absence.Kind.TRIP);
        OpenTask visit = story.task(year, RiskProfileModel.MAKE_FIRST_VISIT);
        assertThat(tasks.visible(visit.id(), story.viewer(substitute))).isNotNull();
        story.itIs("2021-02-03");
        assertThatExceptionOfType(NotYours.class)
            .isThrownBy(() -> tasks.complete(visit.id(), story.viewer(substitute), input(ProfileForms.visit("2021-02-01"))));
        tasks.complete(visit.id(), story.viewer(told.curator()), input(ProfileForms.visit("2021-02-01")));
    }

    @Test
    void aSuccessorFinishesEachStepAndTheHistoryNamesAll() {
        SchoolYear year = story.aYearOf(told);
        story.started(RiskProfileModel.KEY, year);
        story.does(year, RiskProfileModel.CONDUCT_SURVEY, ProfileForms.survey("2021-02-01"));
        story.does(year, RiskProfileModel.ENTER_PROFILE, ProfileForms.levels(Map.of()));
        List<Long> curators = new ArrayList<>(List.of(told.curator()));
        Map<String, Map<String, String>> steps = new LinkedHashMap<>();
        steps.put(RiskProfileModel.MAKE_FIRST_VISIT, ProfileForms.visit("2021-02-01"));
        steps.put(RiskProfileModel.VERIFY_PROFILE, ProfileForms.verdicts(Map.of()));
        int day = 1;
        for (var step : steps.entrySet()) {
            OpenTask task = story.task(year, step.getKey());
            long successor = replaced(curators.get(curators.size() - 1), ++day);
            assertThatExceptionOfType(NotYours.class)
                .isThrownBy(() -> tasks.complete(task.id(), story.viewer(curators.get(curators.size() - 1)), input(step.getValue())));
            story.doesAs(story.viewer(successor), task, step.getValue());
            curators.add(successor);
        }
        story.does(year, RiskProfileModel.ACTIVATE_DIRECTIONS, ProfileForms.activation("motivation"));
        long last = replaced(curators.get(curators.size() - 1), ++day);
        story.doesAs(story.viewer(last), story.task(year, RiskProfileModel.CONFIRM_ACTIVATION), Map.of("decision", "CONFIRM"));
        assertThat(jdbc.sql("select decided_by from risk_activation where school_year_id = ?").param(year.id()).query(Long.class).list()).containsExactly(last);
        assertThat(jdbc.sql("select person_id from first_visit where school_year_id = ?").param(year.id()).query(Long.class).single()).isEqualTo(curators.get(1));
        assertThat(histories.about(Subject.of(SchoolYears.SUBJECT, year.id()))).isNotEmpty();
    }

    private long replaced(long curator, int day) {
        LocalDate today = LocalDate.of(2021, 2, day);
        long appointment = staff.careerOf(curator).stream().filter(one -> one.role() == Role.CURATOR).findFirst().orElseThrow().id();
        staff.end(appointment, today.minusDays(1), "Приказ");
        long successor = people.person();
        staff.appoint(successor, Role.CURATOR, Place.school(told.school()), today, "№ 8");
        story.itIs(today.toString());
        return successor;
    }

    @Test
    void theDocumentsOfTheYearBeforeAreNotThoseOfTheNewYear() {
        SchoolYear first = course.begun(told);
        story.upload(SchoolDocuments.slot(told.school(), YearStory.YEAR, "developmentConcept"));
        ends.close(story.viewer(told.municipal()), List.of(first.id()), "Год закончен");
        story.itIs("2022-02-01");
        transactions.executeWithoutResult(status -> jdbc.sql("""
            insert into participation (region_id, school_id, programme, year, takes_part, occurred_on, reason, recorded_at)
            select region_id, school_id, programme, 2022, true, date '2022-01-01', 'приказ № 1', recorded_at from participation
            where school_id = ? and takes_part limit 1""").param(told.school()).update());
        starts.start(story.viewer(told.regional()), Place.region(told.region()), 2022);
        story.run();
        SchoolYear second = years.of(told.school(), 2022).orElseThrow();
        assertThat(concept.of(second.id())).isNotEmpty().allSatisfy(document -> assertThat(document.files()).isEmpty());
        assertThat(story.openSteps(second)).as("of the old year nothing is open").containsExactly(RiskProfileModel.CONDUCT_SURVEY);
    }

    @Test
    void aSchoolWithoutCuratorGoesOnWhenOneIsAppointed() {
        long school = people.school(told.municipality());
        course.takePart(told, school);
        starts.start(story.viewer(told.regional()), Place.region(told.region()), YearStory.YEAR);
        story.run();
        SchoolYear year = years.of(school, YearStory.YEAR).orElseThrow();
        story.does(year, RiskProfileModel.CONDUCT_SURVEY, ProfileForms.survey("2021-02-01"));
        story.does(year, RiskProfileModel.ENTER_PROFILE, ProfileForms.levels(Map.of()));
        OpenTask visit = story.task(year, RiskProfileModel.MAKE_FIRST_VISIT);
        assertThat(staff.holding(visit.responsible().role(), visit.responsible().place(), LocalDate.parse("2021-02-01"))).isNotEmpty();
        long curator = people.person();
        staff.appoint(curator, Role.CURATOR, Place.school(school), LocalDate.parse("2021-02-01"), "№ 5");
        await().untilAsserted(() -> assertThat(story.task(year, RiskProfileModel.MAKE_FIRST_VISIT).assigneeId()).isEqualTo(curator));
        story.doesAs(story.viewer(curator), story.task(year, RiskProfileModel.MAKE_FIRST_VISIT), ProfileForms.visit("2021-02-01"));
    }

    private static FormInput input(Map<String, String> fields) {
        return FormInput.of(fields);
    }

    private Map<String, String> state() {
        return TableContents.of(jdbc, TABLES);
    }

    private Browser signedIn(long person) {
        accounts.setPassword(person, PASSWORD);
        Browser browser = new Browser(port);
        assertThat(browser.signIn(staff.person(person).email(), PASSWORD).headers().firstValue("Location").orElseThrow()).doesNotContain("error");
        return browser;
    }
}
