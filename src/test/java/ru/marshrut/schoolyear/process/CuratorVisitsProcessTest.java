package ru.marshrut.schoolyear.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static ru.marshrut.schoolyear.process.CuratorVisitsModel.AGREE_ON_VISITS;
import static ru.marshrut.schoolyear.process.CuratorVisitsModel.DECIDE_ON_REMOVAL;
import static ru.marshrut.schoolyear.process.CuratorVisitsModel.KEY;
import static ru.marshrut.schoolyear.process.CuratorVisitsModel.PROPOSE_VISITS;
import static ru.marshrut.schoolyear.process.CuratorVisitsModel.REPORT_VISIT;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
import ru.marshrut.access.Viewer;
import ru.marshrut.notification.MeetingSource;
import ru.marshrut.notification.PersonalNewsSource;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.StageStanding;
import ru.marshrut.schoolyear.process.YearStory.Told;
import ru.marshrut.schoolyear.visits.PlannedVisit;
import ru.marshrut.schoolyear.visits.Visit;
import ru.marshrut.schoolyear.visits.VisitFiles;
import ru.marshrut.schoolyear.visits.VisitSchedules;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.testing.FlowNodes;
import ru.marshrut.testing.MadePeople;
import ru.marshrut.testing.ModelMigration;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.Responsible;

/** The ways of a year's visits, each as a trace through the model. */
@SpringBootTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CuratorVisitsProcessTest {

    @Autowired
    YearStory story;
    @Autowired
    VisitSchedules schedules;
    @Autowired
    MadePeople people;
    @Autowired
    Staff staff;
    @Autowired
    List<PersonalNewsSource> news;
    @Autowired
    List<MeetingSource> meetings;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    ModelMigration migration;
    @Autowired
    ProcessEngine engine;

    private Told told;
    private SchoolYear year;
    private ProcessInstance instance;

    @BeforeEach
    void aYearBegins() {
        AbstractAssertions.init(engine);
        story.itIs("2021-03-01");
        told = story.aSchool();
        year = story.aYearOf(told);
        instance = story.started(KEY, year);
    }

    @Test
    void everyAgreedVisitIsWaitedForAndReportedOn() {
        OpenTask proposal = story.task(year, PROPOSE_VISITS);
        assertThat(proposal.responsible()).isEqualTo(new Responsible(Role.CURATOR, Place.school(told.school())));
        assertThat(story.standing(year, Stage.VISIT_SCHEDULE).openedOn()).isEqualTo("2021-03-01");
        story.does(proposal, Map.of("day", "2021-09-14|2021-04-12", "purpose", "Осенний мониторинг|Знакомство с командой"));

        OpenTask agreement = story.task(year, AGREE_ON_VISITS);
        assertThat(agreement.responsible()).isEqualTo(new Responsible(Role.MUNICIPAL_COORDINATOR, Place.municipality(told.municipality())));
        story.itIs("2021-03-03");
        story.does(agreement, Map.of("agreed", "YES"));
        assertThat(instance).isWaitingAt("gateway_waiting");
        assertThat(story.standing(year, Stage.VISIT_SCHEDULE).state(LocalDate.of(2021, 3, 3))).isEqualTo(StageStanding.State.DONE);

        story.passesUntil(told, "2021-04-08");
        assertThat(story.openSteps(year)).isEmpty();
        story.passesUntil(told, "2021-04-09");
        OpenTask report = story.task(year, REPORT_VISIT);
        assertThat(report.due().day(YearStory.MOSCOW)).isEqualTo("2021-04-12");
        assertThat(report.context()).contains("12.04.2021: Знакомство с командой");
        story.itIs("2021-04-12");
        story.upload(VisitFiles.report(visits().get(0).id()));
        story.does(report, held("2021-04-12"));

        assertThat(instance).isWaitingAt("gateway_waiting");
        story.passesUntil(told, "2021-09-14");
        story.does(year, REPORT_VISIT, held("2021-09-14"));
        assertThat(instance).isEnded().hasPassedInOrder("service_openSchedule", "task_proposeVisits", "task_agreeOnVisits", "service_takeVisit",
            "timer_visitComes", "task_reportVisit", "end_visitsHeld");
        assertThat(visits()).extracting(Visit::state).containsOnly(Visit.State.HELD);
        assertThat(visits().get(1)).extracting(Visit::lookedAt, Visit::agreements).containsExactly("Уроки математики", "Открытый урок в мае");
    }

    /** Seed 003, row 13 («Утверждены графики посещения школ кураторами»); seed 002, row 2. */
    @Test
    void theAgreedScheduleReachesTheIndicatorOnItsDay() {
        propose("2021-04-12");
        story.itIs("2021-03-30");
        agree();
        assertThat(jdbc.sql("select kind || ' ' || occurred_on || ' ' || counts from outcome where member_type = 'SCHOOL' and member_id = ?").param(told.school())
            .query(String.class).list()).containsExactly(OutcomeKind.VISIT_SCHEDULE_APPROVED + " 2021-03-30 true");
    }

    @Test
    void aScheduleThatIsSentBackIsProposedAnewWithTheRemark() {
        propose("2021-04-12");
        assertRefused("schoolyear.visits.commentNeeded", () -> story.does(year, AGREE_ON_VISITS, Map.of("agreed", "NO")));
        story.does(year, AGREE_ON_VISITS, Map.of("agreed", "NO", "comment", "Добавьте осеннее посещение"));

        assertThat(instance).isWaitingAt("task_proposeVisits").hasNotPassed("service_takeVisit");
        assertThat(schedules.of(year.id()).orElseThrow().comment()).isEqualTo("Добавьте осеннее посещение");
        propose("2021-04-12", "2021-10-05");
        agree();
        assertThat(visits()).extracting(Visit::day).containsExactly(LocalDate.of(2021, 4, 12), LocalDate.of(2021, 10, 5));
        assertThat(instance).isWaitingAt("gateway_waiting");
    }

    @Test
    void anImpossibleProposalIsRefusedAndNothingIsKept() {
        assertRefused("schoolyear.visits.none", () -> propose());
        assertRefused("schoolyear.visits.otherYear", () -> propose("2022-01-12"));
        assertRefused("schoolyear.visits.past", () -> propose("2021-02-26"));
        assertRefused("schoolyear.visits.sameDay", () -> propose("2021-04-12", "2021-04-12"));
        assertRefused("schoolyear.visits.row.notADay", () -> propose("12.04.2021"));
        assertRefused("schoolyear.visits.row.noPurpose", () -> story.does(year, PROPOSE_VISITS, Map.of("day", "2021-04-12", "purpose", "")));
        assertRefused("schoolyear.visits.row.noDay", () -> story.does(year, PROPOSE_VISITS, Map.of("day", "", "purpose", "Знакомство")));
        assertThat(visits()).isEmpty();
        assertThat(instance).isWaitingAt("task_proposeVisits");
    }

    @Test
    void aDayOffIsPointedOutAndTakenWhereItIsMeant() {
        Map<String, String> saturday = Map.of("day", "2021-04-17", "purpose", "Родительское собрание");
        assertThatThrownBy(() -> story.does(year, PROPOSE_VISITS, saturday)).isInstanceOfSatisfying(Refusal.class, refusal ->
            assertThat(refusal.arguments()).containsExactly("17.04.2021", "16.04.2021", "19.04.2021"));
        story.does(year, PROPOSE_VISITS, Map.of("day", "2021-04-17", "purpose", "Родительское собрание", "daysOffMeant", "yes"));
        assertThat(visits()).extracting(Visit::day).containsExactly(LocalDate.of(2021, 4, 17));
    }

    @Test
    void aVisitThatDidNotTakePlaceGetsAnotherDayOrNone() {
        agreedOn("2021-04-12", "2021-05-17");
        story.passesUntil(told, "2021-04-12");
        story.does(year, REPORT_VISIT, Map.of("held", "NO", "reason", "Карантин", "newDay", "2021-04-26"));

        assertThat(instance).isWaitingAt("gateway_waiting");
        story.passesUntil(told, "2021-04-23");
        assertThat(story.task(year, REPORT_VISIT).due().day(YearStory.MOSCOW)).isEqualTo("2021-04-26");
        story.itIs("2021-04-26");
        story.does(year, REPORT_VISIT, Map.of("held", "NO", "reason", "Школа закрыта"));
        story.passesUntil(told, "2021-05-17");
        story.does(year, REPORT_VISIT, held("2021-05-17"));

        assertThat(instance).isEnded();
        assertThat(visits()).extracting(Visit::state).containsExactly(Visit.State.NOT_HELD, Visit.State.HELD);
        assertThat(visits().get(0).plannedOn()).isEqualTo("2021-04-12");
        assertThat(schedules.changes(year.id())).extracting(change -> change.wasOn() + " " + change.nowOn() + " " + change.reason())
            .containsExactly("2021-04-12 2021-04-26 Карантин", "2021-04-26 null Школа закрыта");
    }

    @Test
    void aReportNeedsADayThatHasComeAndItsWords() {
        agreedOn("2021-04-12");
        story.passesUntil(told, "2021-04-09");
        assertRefused("schoolyear.visits.heldOn", () -> story.does(year, REPORT_VISIT, held("2021-04-12")));
        assertRefused("work.form.required", () -> story.does(year, REPORT_VISIT, Map.of("held", "YES", "heldOn", "2021-04-09")));
        assertRefused("work.form.required", () -> story.does(year, REPORT_VISIT, Map.of("held", "NO")));
        assertThat(visits().get(0).state()).isEqualTo(Visit.State.PLANNED);
    }

    @Test
    void theTimerFollowsAVisitThatIsMoved() {
        agreedOn("2021-04-12");
        move(visits().get(0), "2021-04-20");
        assertThat(instance).hasPassed("event_visitsChanged").isWaitingAt("gateway_waiting");
        story.passesUntil(told, "2021-04-16");
        assertThat(story.openSteps(year)).isEmpty();
        story.passesUntil(told, "2021-04-17");
        assertThat(story.task(year, REPORT_VISIT).due().day(YearStory.MOSCOW)).isEqualTo("2021-04-20");
    }

    @Test
    void aReportThatIsOpenIsAskedForLaterWhereItsVisitIsMoved() {
        agreedOn("2021-04-12", "2021-06-01");
        story.passesUntil(told, "2021-04-10");
        OpenTask first = story.task(year, REPORT_VISIT);
        move(visits().get(1), "2021-06-02");
        assertThat(story.task(year, REPORT_VISIT)).as("another visit's change leaves the report open").isEqualTo(first);

        move(visits().get(0), "2021-05-11");
        assertThat(instance).hasPassed("boundary_visitChanged").isWaitingAt("gateway_waiting");
        assertThat(story.openSteps(year)).isEmpty();
        story.passesUntil(told, "2021-05-08");
        assertThat(story.task(year, REPORT_VISIT).due().day(YearStory.MOSCOW)).isEqualTo("2021-05-11");
    }

    @Test
    void anAddedVisitComesInItsTurnWithoutAnyAgreement() {
        agreedOn("2021-05-17");
        schedules.add(year.id(), curator(), new PlannedVisit(LocalDate.of(2021, 4, 5), "Помощь с программой"));
        story.run();
        story.passesUntil(told, "2021-04-05");
        assertThat(story.task(year, REPORT_VISIT).context()).contains("Помощь с программой");
        assertThat(story.openSteps(year)).doesNotContain(DECIDE_ON_REMOVAL, AGREE_ON_VISITS);
        assertThat(visits()).hasSize(2);
    }

    @Test
    void aVisitIsTakenOutOnlyWithTheMunicipalitysConsent() {
        agreedOn("2021-04-12", "2021-05-17");
        Visit first = visits().get(0);
        schedules.askRemoval(first.id(), curator(), "Школа на ремонте");
        assertRefused("schoolyear.visits.alreadyAsked", () -> schedules.askRemoval(first.id(), curator(), "Ещё раз"));
        assertThat(visits()).hasSize(2);
        assertRefused("schoolyear.visits.commentNeeded", () -> story.does(year, DECIDE_ON_REMOVAL, Map.of("agreed", "NO")));
        story.does(year, DECIDE_ON_REMOVAL, Map.of("agreed", "NO", "comment", "Посетите до ремонта"));
        assertThat(visits().get(0).removalAsked()).isNull();

        schedules.askRemoval(first.id(), curator(), "Ремонт уже идёт");
        story.does(year, DECIDE_ON_REMOVAL, Map.of("agreed", "YES"));
        story.run();
        assertThat(visits()).extracting(Visit::day).containsExactly(LocalDate.of(2021, 5, 17));
        story.passesUntil(told, "2021-05-17");
        story.does(year, REPORT_VISIT, held("2021-05-17"));
        assertThat(instance).isEnded().hasPassed("end_removalDecided");
    }

    @Test
    void theLastVisitTakenOutEndsTheVisitsAndAReportMakesTheDecisionNeedless() {
        agreedOn("2021-04-12", "2021-05-17");
        story.passesUntil(told, "2021-04-12");
        schedules.askRemoval(visits().get(0).id(), curator(), "Не нужно");
        story.does(year, REPORT_VISIT, held("2021-04-12"));
        story.does(year, DECIDE_ON_REMOVAL, Map.of());
        assertThat(visits()).hasSize(2);

        schedules.askRemoval(visits().get(1).id(), curator(), "Школа закрывается на ремонт");
        story.does(year, DECIDE_ON_REMOVAL, Map.of("agreed", "YES", "comment", "Согласовано"));
        assertThat(instance).isEnded();
    }

    @Test
    void aSuccessorTakesOverBetweenTwoVisitsAndTheHistoryStays() {
        agreedOn("2021-04-12", "2021-05-17");
        story.passesUntil(told, "2021-04-12");
        story.does(year, REPORT_VISIT, held("2021-04-12"));
        long appointment = staff.historyOf(Place.school(told.school())).stream().filter(one -> one.role() == Role.CURATOR).findFirst().orElseThrow().id();
        staff.end(appointment, LocalDate.of(2021, 4, 30), "Переезд");
        long successor = people.person();
        staff.appoint(successor, Role.CURATOR, Place.school(told.school()), LocalDate.of(2021, 5, 1), "№ 2");

        story.passesUntil(told, "2021-05-17");
        OpenTask report = story.task(year, REPORT_VISIT);
        assertThat(story.whoeverAnswersFor(report)).isEqualTo(successor);
        assertThatThrownBy(() -> schedules.move(visits().get(1).id(), curator(), LocalDate.of(2021, 6, 1), "Хочу позже")).isInstanceOf(NotYours.class);
        assertThatThrownBy(() -> story.doesAs(curator(), report, held("2021-05-17"))).isInstanceOf(NotYours.class);
        story.does(report, held("2021-05-17"));
        assertThat(instance).isEnded();
        assertThat(visits()).extracting(Visit::state).containsOnly(Visit.State.HELD);
    }

    @Test
    void theProposalGetsMoreTimeAndAVisitIsMovedInstead() {
        SchoolYear pressed = story.aYearOf(told = story.aSchool());
        jdbc.sql("update school_stage set due_on = '2021-03-31', due_source = 'дорожная карта' where school_year_id = ? and stage = 'VISIT_SCHEDULE'")
            .param(pressed.id()).update();
        ProcessInstance asked = story.started(KEY, pressed);
        OpenTask proposal = story.task(pressed, PROPOSE_VISITS);
        assertThat(proposal.due().day(YearStory.MOSCOW)).isEqualTo("2021-03-31");
        story.asksForExtension(proposal, "2021-04-09");
        OpenTask decision = story.task(pressed, CuratorVisitsModel.DECIDE_ON_EXTENSION);
        assertThat(decision.responsible().role()).isEqualTo(Role.MUNICIPAL_COORDINATOR);
        story.does(decision, Map.of("granted", "YES", "until", "2021-04-09", "reason", "Карантин"));

        assertThat(story.task(pressed, PROPOSE_VISITS).due().day(YearStory.MOSCOW)).isEqualTo("2021-04-09");
        assertThat(asked).hasPassed("end_extensionDecided").isWaitingAt("task_proposeVisits");
        year = pressed;
        agreedOn("2021-04-12");
        story.passesUntil(told, "2021-04-12");
        OpenTask report = story.task(pressed, REPORT_VISIT);
        assertThatThrownBy(() -> story.asksForExtension(report, "2021-04-19")).isInstanceOf(Refusal.class);
    }

    @Test
    void aRunningInstanceGoesOverToAChangedModel() {
        agreedOn("2021-04-12", "2021-05-17");
        try (ModelMigration.Migrated migrated = migration.migrate(instance.getId())) {
            move(visits().get(0), "2021-04-14");
            story.passesUntil(told, "2021-04-14");
            story.does(year, REPORT_VISIT, held("2021-04-14"));
            story.passesUntil(told, "2021-05-17");
            story.does(year, REPORT_VISIT, held("2021-05-17"));
            migrated.hasEnded();
        }
    }

    @Test
    void anOpenReportGoesOverToAChangedModel() {
        agreedOn("2021-04-12");
        story.passesUntil(told, "2021-04-12");
        try (ModelMigration.Migrated migrated = migration.migrate(instance.getId())) {
            move(visits().get(0), "2021-05-17");
            story.passesUntil(told, "2021-05-17");
            story.does(year, REPORT_VISIT, held("2021-05-17"));
            migrated.hasEnded();
        }
    }

    @Test
    void whatIsNotPlannedAnyMoreCannotBeChanged() {
        agreedOn("2021-04-12");
        story.passesUntil(told, "2021-04-12");
        story.does(year, REPORT_VISIT, held("2021-04-12"));
        assertRefused("schoolyear.visits.notPlanned", () -> move(visits().get(0), "2021-05-11"));
        assertRefused("schoolyear.visits.closed",
            () -> schedules.add(year.id(), curator(), new PlannedVisit(LocalDate.of(2021, 6, 1), "Ещё одно")));
    }

    @Test
    void theSchoolIsInvitedOnceToldOfChangesAndFindsTheVisitsInItsCalendar() {
        agreedOn("2021-04-12");
        long coordinator = staff.holding(Role.SCHOOL_COORDINATOR, Place.school(told.school()), LocalDate.of(2021, 3, 1)).get(0).id();
        assertThat(jdbc.sql("select subject || ' ' || text from letter where recipient_id = ? and template = 'visit-schedule'").param(coordinator)
            .query(String.class).list()).singleElement().asString().contains("График посещений куратора", "12.04.2021", "Цель 1");
        story.itIs("2021-03-02");
        move(visits().get(0), "2021-04-20");

        var from = LocalDate.of(2021, 3, 1).atStartOfDay(YearStory.MOSCOW).toInstant();
        assertThat(news.stream().flatMap(source -> source.newsFor(told.region(), from, from.plusSeconds(3 * 86_400)).stream())
            .filter(one -> List.of(coordinator, told.municipal(), told.curator()).contains(one.personId())).map(PersonalNewsSource.PersonalNews::text))
            .as("the school and the municipality, not the curator himself").hasSize(2).allMatch(text -> text.contains("перенесено с 12.04.2021 на 20.04.2021"));
        for (long person : List.of(coordinator, told.curator())) {
            assertThat(meetings.stream().flatMap(source -> source.meetingsOf(person, from).stream()).toList()).singleElement()
                .satisfies(visit -> assertThat(visit.start()).isEqualTo(LocalDate.of(2021, 4, 20).atTime(9, 0).atZone(YearStory.MOSCOW).toInstant()))
                .satisfies(visit -> assertThat(visit.sequence()).isEqualTo(1));
        }
        assertThat(meetings.stream().flatMap(source -> source.meetingsOf(told.municipal(), from).stream())).isEmpty();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void theTracesCoverTheModel() {
        FlowNodes nodes = FlowNodes.of(engine, KEY);
        assertThat(nodes.missed()).as("share %s", nodes.share()).isEmpty();
    }

    private void propose(String... days) {
        story.does(year, PROPOSE_VISITS, Map.of("day", String.join("|", days),
            "purpose", String.join("|", IntStream.rangeClosed(1, days.length).mapToObj(n -> "Цель " + n).toList())));
    }

    private void agree() {
        story.does(year, AGREE_ON_VISITS, Map.of("agreed", "YES"));
    }

    private void agreedOn(String... days) {
        propose(days);
        agree();
    }

    private void move(Visit visit, String day) {
        schedules.move(visit.id(), curator(), LocalDate.parse(day), "Просьба школы");
        story.run();
    }

    private Viewer curator() {
        return story.viewer(told.curator());
    }

    private List<Visit> visits() {
        return schedules.visits(List.of(year.id()));
    }

    private static Map<String, String> held(String day) {
        return Map.of("held", "YES", "heldOn", day, "lookedAt", "Уроки математики", "agreements", "Открытый урок в мае");
    }

    private static void assertRefused(String code, ThrowingCallable what) {
        assertThatThrownBy(what).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
