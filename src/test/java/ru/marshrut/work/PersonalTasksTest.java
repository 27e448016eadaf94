package ru.marshrut.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.marshrut.access.EngineIdentities;
import ru.marshrut.access.Viewers;
import ru.marshrut.notification.Reminders;
import ru.marshrut.notification.ical.PersonalCalendar;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Absence;
import ru.marshrut.territory.Absences;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;
import ru.marshrut.testing.MadePeople;
import ru.marshrut.testing.PersonalStep;
import ru.marshrut.work.bulk.BulkOrder;
import ru.marshrut.work.bulk.Bulks;

/** Tasks that are only for one of those who hold the role: two experts of a region, each with a school to check. */
@Import(PersonalStep.class)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PersonalTasksTest {

    @Autowired
    PersonalStep step;
    @Autowired
    MadePeople people;
    @Autowired
    Territory territory;
    @Autowired
    Staff staff;
    @Autowired
    Absences absences;
    @Autowired
    Succession succession;
    @Autowired
    Viewers viewers;
    @Autowired
    Tasks tasks;
    @Autowired
    OpenTasks open;
    @Autowired
    OwedTasks owed;
    @Autowired
    Answering answering;
    @Autowired
    Bulks bulks;
    @Autowired
    Reminders reminders;
    @Autowired
    PersonalCalendar calendar;
    @Autowired
    TaskService engine;
    @Autowired
    AuthorizationService authorizations;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;

    long region;
    long municipality;
    long school;
    long coordinator;
    long municipalCoordinator;
    long first;
    long second;
    String ofFirst;
    String ofSecond;

    @BeforeEach
    void twoExpertsOfARegionCheckTheSameSchool() {
        region = people.region();
        municipality = people.municipality(region);
        school = people.school(municipality);
        coordinator = people.appoint(Role.REGIONAL_COORDINATOR, Place.region(region));
        municipalCoordinator = people.appoint(Role.MUNICIPAL_COORDINATOR, Place.municipality(municipality));
        first = people.appoint(Role.EXPERT, Place.region(region));
        second = people.appoint(Role.EXPERT, Place.region(region));
        ofFirst = step.opens(school, first, clock.instant().plus(Duration.ofDays(5)));
        ofSecond = step.opens(school, second, clock.instant().plus(Duration.ofDays(5)));
    }

    @Test
    void eachSeesAndDoesHisOwnOnly() {
        assertThat(waitingFor(first)).containsExactly(ofFirst);
        assertThat(waitingFor(second)).containsExactly(ofSecond);
        isWith(ofFirst, first);
        assertThat(calendar.of(second)).contains("task-" + ofSecond).doesNotContain("task-" + ofFirst);
        assertThat(tasks.ifVisible(ofFirst, viewers.of(second))).isEmpty();
        assertThatThrownBy(() -> tasks.complete(ofFirst, viewers.of(second), FormInput.EMPTY)).isInstanceOf(NotYours.class);
        assertThatThrownBy(() -> tasks.saveDraft(ofFirst, viewers.of(second), FormInput.EMPTY)).isInstanceOf(NotYours.class);
        assertThatThrownBy(() -> tasks.requestExtension(ofFirst, viewers.of(second), today().plusDays(9), "Болел")).isInstanceOf(NotYours.class);

        tasks.complete(ofFirst, viewers.of(first), FormInput.of(Map.of("comment", "Принято")));

        assertThat(waitingFor(first)).isEmpty();
        assertThat(tasks.closed(ofFirst, viewers.of(first)).closedBy()).isNull();
        assertThatThrownBy(() -> tasks.closed(ofFirst, viewers.of(second))).isInstanceOf(NotYours.class);
        assertThat(waitingFor(second)).containsExactly(ofSecond);
    }

    @Test
    void theCoordinatorSeesThatItIsOpenAndCannotDoIt() {
        OpenTask task = tasks.visible(ofFirst, viewers.of(coordinator));
        assertThat(task.onlyFor()).isEqualTo(first);
        assertThat(owed.owed(new OwedTasks.Owed(Place.region(region), null, null), "", 10)).extracting(OpenTask::id)
            .containsExactlyInAnyOrder(ofFirst, ofSecond);
        assertThat(tasks.mayDo(task, viewers.of(coordinator))).isFalse();
        assertThatThrownBy(() -> tasks.complete(ofFirst, viewers.of(coordinator), FormInput.EMPTY)).isInstanceOf(NotYours.class);
        refused("work.give.onlyFor", () -> tasks.giveByName(ofFirst, viewers.of(coordinator), second, "Занят"));
        isWith(ofFirst, first);
    }

    @Test
    void theSchoolAndItsMunicipalityDoNotSeeWhoChecksIt() {
        assertThat(open.within(Place.school(school), 10)).isEmpty();
        assertThat(open.within(Place.municipality(municipality), 10)).isEmpty();
        assertThat(owed.totals(Place.municipality(municipality), clock.instant()).open()).isZero();
        long principal = staff.holding(Role.PRINCIPAL, Place.school(school), today()).get(0).id();
        for (long other : new long[] {municipalCoordinator, principal}) {
            assertThat(tasks.ifVisible(ofFirst, viewers.of(other))).isEmpty();
        }
    }

    @Test
    void manyAtOnceCannotBeGivenToAnother() {
        BulkOrder order = new BulkOrder(BulkOrder.Action.REASSIGN, "Занят", null, second, null, null);
        long run = bulks.prepare(viewers.of(coordinator), order, List.of(ofFirst));
        assertThat(bulks.preview(run, viewers.of(coordinator)).lines()).singleElement().satisfies(line -> {
            assertThat(line.possible()).isFalse();
            assertThat(line.words()).contains("дано лично одному человеку", "на странице экспертизы");
        });
    }

    @Test
    void theSubstituteHasItInTheseDaysAndNobodyElse() {
        long substitute = people.person();
        long absence = absences.enter(first, substitute, today(), today().plusDays(3), Absence.Kind.VACATION);
        await().untilAsserted(() -> isWith(ofFirst, substitute));
        assertThat(waitingFor(substitute)).containsExactly(ofFirst);
        assertThat(waitingFor(second)).containsExactly(ofSecond);
        assertThat(tasks.onBehalfOf(task(ofFirst), viewers.of(substitute))).contains(first);
        assertThat(tasks.mayDo(task(ofSecond), viewers.of(substitute))).isFalse();
        assertThat(answeringFor(ofFirst)).containsExactly(substitute);
        assertThat(tasks.mayDo(task(ofFirst), viewers.of(first))).as("whoever works nevertheless may").isTrue();

        absences.withdraw(absence, "Отпуск перенесён");
        await().untilAsserted(() -> isWith(ofFirst, first));
        assertThat(waitingFor(substitute)).isEmpty();
        assertThat(tasks.ifVisible(ofFirst, viewers.of(substitute))).isEmpty();
    }

    @Test
    void anAbsenceThatEndsByItselfBringsItBack() {
        absences.enter(first, second, today().plusDays(1), today().plusDays(3), Absence.Kind.TRIP);
        isWith(ofFirst, first);
        jdbc.sql("update task_view set assignee_id = ? where id = ?").params(second, ofFirst).update();
        succession.followTheDay();
        isWith(ofFirst, first);
    }

    @Test
    void withoutTheRoleItIsNobodysUntilHeHoldsItAgainAnywhere() {
        long appointment = staff.appointmentsOf(first, today()).get(0).id();
        staff.end(appointment, today().minusDays(2), "Уволен");
        await().untilAsserted(() -> isWith(ofFirst, null));
        assertThat(waitingFor(first)).isEmpty();
        assertThat(waitingFor(second)).containsExactly(ofSecond);
        assertThat(answeringFor(ofFirst)).isEmpty();
        assertThat(tasks.visible(ofFirst, viewers.of(coordinator)).assigneeId()).isNull();
        refused("notification.nudge.nobody", () -> reminders.nudge(ofFirst, coordinator, null));

        long another = people.region();
        people.alsoAppoint(first, Role.EXPERT, Place.region(another));
        await().untilAsserted(() -> isWith(ofFirst, first));
        assertThat(waitingFor(first)).containsExactly(ofFirst);
    }

    @Test
    void aPersonWhoIsAppointedElsewhereDoesItAsAGuest() {
        long guest = people.appoint(Role.EXPERT, Place.FEDERATION);
        String task = step.opens(school, guest, clock.instant().plus(Duration.ofDays(5)));
        isWith(task, guest);
        assertThat(waitingFor(guest)).containsExactly(task);
        assertThat(tasks.ifVisible(ofFirst, viewers.of(guest))).isEmpty();
        tasks.complete(task, viewers.of(guest), FormInput.EMPTY);
        assertThat(waitingFor(guest)).isEmpty();
    }

    @Test
    void theOwningModuleHandsItToAnother() {
        long curator = people.appoint(Role.CURATOR, Place.school(school));
        refused("work.give.notInTheRole", () -> tasks.handTo(ofFirst, curator));
        refused("work.give.already", () -> tasks.handTo(ofFirst, first));

        tasks.handTo(ofFirst, second);

        isWith(ofFirst, second);
        assertThat(waitingFor(first)).isEmpty();
        assertThat(waitingFor(second)).containsExactlyInAnyOrder(ofFirst, ofSecond);
        assertThat(tasks.ifVisible(ofFirst, viewers.of(first))).isEmpty();
        String ofTheRole = step.opens(school, null, clock.instant());
        assertThatThrownBy(() -> tasks.handTo(ofTheRole, second)).isInstanceOf(NotYours.class);
    }

    @Test
    void eachAsksForALaterDateForHimself() {
        tasks.requestExtension(ofFirst, viewers.of(first), today().plusDays(9), "Болел");
        tasks.requestExtension(ofSecond, viewers.of(second), today().plusDays(8), "Командировка");
        refused("work.extension.alreadyAsked", () -> tasks.requestExtension(ofFirst, viewers.of(first), today().plusDays(10), "Болел"));
    }

    @Test
    void onlyHeIsRemindedAndTheRegionHearsOfHisSilence() {
        String overdue = step.opens(school, first, clock.instant().minus(Duration.ofDays(5)));
        jdbc.sql("update task_view set opened_at = ? where id = ?").params(at(-10), overdue).update();
        assertThat(reminders.nudge(overdue, coordinator, null)).isOne();
        assertThat(written("reminder")).containsExactly(first);

        morning();

        assertThat(jdbc.sql("select distinct recipient_id from reminded where task_id = ? and rung <> 'ESCALATED'").param(overdue).query(Long.class).list())
            .containsExactly(first);
        assertThat(jdbc.sql("select distinct recipient_id from reminded where task_id = ? and rung = 'ESCALATED'").param(overdue).query(Long.class).list())
            .containsExactly(coordinator);
        assertThat(jdbc.sql("select text from letter where recipient_id = ? and template = 'escalation'").param(coordinator).query(String.class).single())
            .contains(PersonalStep.TITLE, staff.person(first).email()).doesNotContain(staff.person(second).email());
    }

    /** The daily round, as if it had not been made today. */
    private void morning() {
        jdbc.sql("delete from reminder_run").update();
        reminders.runFor(today().atTime(12, 0).atZone(territory.region(region).zone()).toInstant());
    }

    private List<Long> written(String template) {
        return jdbc.sql("select recipient_id from letter where template = ? and recipient_id in (?, ?, ?)").params(template, first, second, coordinator)
            .query(Long.class).list();
    }

    private OffsetDateTime at(int days) {
        return clock.instant().plus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC);
    }

    private List<Long> answeringFor(String task) {
        return answering.of(task(task).responsible(), today()).stream().map(Person::id).toList();
    }

    private List<String> waitingFor(long person) {
        return open.waitingFor(person).stream().map(OpenTask::id).toList();
    }

    private OpenTask task(String id) {
        return open.byId(id).orElseThrow();
    }

    /** Ours and the engine's; besides him nobody has it, nor a right to it. */
    private void isWith(String id, Long person) {
        String user = person == null ? null : EngineIdentities.userId(person);
        assertThat(task(id).assigneeId()).isEqualTo(person);
        assertThat(engine.createTaskQuery().taskId(id).singleResult().getAssignee()).isEqualTo(user);
        assertThat(engine.getIdentityLinksForTask(id)).extracting(IdentityLink::getGroupId).allMatch(Objects::isNull);
        assertThat(authorizations.createAuthorizationQuery().resourceType(Resources.TASK).resourceId(id).list())
            .extracting(Authorization::getUserId).isEqualTo(person == null ? List.of() : List.of(user));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), territory.region(region).zone());
    }

    private static void refused(String code, ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
