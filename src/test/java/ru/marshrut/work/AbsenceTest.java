package ru.marshrut.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import ru.marshrut.access.EngineIdentities;
import ru.marshrut.access.Viewers;
import ru.marshrut.notification.ical.PersonalCalendar;
import ru.marshrut.peerreview.process.PeerReviewModel;
import ru.marshrut.peerreview.process.ReviewStory;
import ru.marshrut.peerreview.process.ReviewStory.Told;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Absence;
import ru.marshrut.territory.Absences;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.testing.MadePeople;

/** Absence and substitution, on a pair of schools that confirm their partners from 05.09.2022 on. */
@SpringBootTest
class AbsenceTest {

    private static final LocalDate MONDAY = LocalDate.parse("2022-09-05");

    @Autowired
    ReviewStory story;
    @Autowired
    MadePeople people;
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
    PersonalCalendar calendar;
    @Autowired
    TaskService engine;
    @Autowired
    IdentityService identities;

    @Test
    void theSubstituteHasTheTaskInTheseDaysAndItComesBackAfterwards() {
        Told told = story.aPair();
        long school = told.schools().get(0);
        OpenTask task = confirmation(told, school);
        long absent = task.assigneeId();
        long substitute = people.person();
        assertThat(open.waitingFor(substitute)).isEmpty();

        absences.enter(absent, substitute, MONDAY, MONDAY.plusDays(4), Absence.Kind.VACATION);
        await().untilAsserted(() -> isWith(told, school, substitute));
        assertThat(open.waitingFor(substitute)).extracting(OpenTask::schoolId).containsOnly(school);
        assertThat(calendar.of(substitute)).contains("task-" + task.id());
        assertThat(groups(substitute)).contains(groupOf(school), EngineIdentities.PARTICIPANTS);
        assertThat(members(school)).contains(EngineIdentities.userId(substitute)).doesNotContain(EngineIdentities.userId(absent));
        assertThat(tasks.onBehalfOf(confirmation(told, school), viewers.of(substitute))).contains(absent);
        assertThat(tasks.mayDo(confirmation(told, school), viewers.of(absent))).as("whoever works nevertheless may").isTrue();
        assertThat(tasks.onBehalfOf(confirmation(told, school), viewers.of(absent))).isEmpty();

        story.itIs("2022-09-10");
        assertThat(open.waitingFor(substitute)).as("at once, before the tasks are moved").isEmpty();
        assertThat(groups(substitute)).isEmpty();
        assertThat(calendar.of(substitute)).doesNotContain("task-" + task.id());
        assertThatThrownBy(() -> tasks.visible(task.id(), viewers.of(substitute))).isInstanceOf(NotYours.class);
        succession.followTheDay();
        isWith(told, school, absent);
        assertThat(succession.followTheDay()).as("all are where they belong").isZero();
    }

    @Test
    void whatIsOpenedInBetweenComesBackToo() {
        Told told = story.aRoundOf(2);
        long school = told.schools().get(0);
        long absent = staff.holding(Role.SCHOOL_COORDINATOR, Place.school(school), MONDAY).get(0).id();
        long substitute = people.person();
        absences.enter(absent, substitute, MONDAY, MONDAY.plusDays(1), Absence.Kind.TRIP);

        story.started(told);
        isWith(told, school, substitute);
        story.itIs("2022-09-07");
        succession.followTheDay();
        isWith(told, school, absent);
    }

    @Test
    void whoStandsInForSomebodyAwayHimselfHandsNothingOn() {
        Told told = story.aPair();
        long school = told.schools().get(0);
        long absent = confirmation(told, school).assigneeId();
        long substitute = people.person();
        absences.enter(absent, substitute, MONDAY, MONDAY.plusDays(9), Absence.Kind.VACATION);
        await().untilAsserted(() -> isWith(told, school, substitute));

        long another = people.person();
        absences.enter(substitute, another, MONDAY, MONDAY.plusDays(2), Absence.Kind.ILLNESS);
        await().untilAsserted(() -> assertThat(confirmation(told, school).assigneeId()).as("the principal stands in for the coordinator").isNull());
        assertThat(open.waitingFor(another)).isEmpty();
        long principal = staff.holding(Role.PRINCIPAL, Place.school(school), MONDAY).get(0).id();
        assertThat(open.waitingFor(principal)).hasSize(1);
        absences.enter(principal, another, MONDAY, MONDAY.plusDays(2), Absence.Kind.ILLNESS);
        assertThat(open.waitingFor(another)).as("the principal's own substitute has it").hasSize(1);
    }

    @Test
    void ofTwoHoldersOnlyTheAbsentOnesShareChanges() {
        Told told = story.aPair();
        long school = told.schools().get(0);
        long first = confirmation(told, school).assigneeId();
        long second = people.appoint(Role.SCHOOL_COORDINATOR, Place.school(school));
        long substitute = people.person();
        absences.enter(first, substitute, MONDAY, MONDAY.plusDays(2), Absence.Kind.STUDY);

        assertThat(staff.holding(Role.SCHOOL_COORDINATOR, Place.school(school), MONDAY)).extracting(Person::id)
            .containsExactlyInAnyOrder(substitute, second);
        await().untilAsserted(() -> assertThat(confirmation(told, school).assigneeId()).as("it waits for the role").isNull());
        assertThat(open.waitingFor(second)).hasSize(1);
        assertThat(open.waitingFor(substitute)).hasSize(1);
        assertThat(tasks.onBehalfOf(confirmation(told, school), viewers.of(second))).isEmpty();
    }

    @Test
    void whoHoldsTheRoleHimselfActsForHimself() {
        Told told = story.aPair();
        long school = told.schools().get(0);
        long first = confirmation(told, school).assigneeId();
        long second = people.appoint(Role.SCHOOL_COORDINATOR, Place.school(school));
        absences.enter(first, second, MONDAY, MONDAY.plusDays(2), Absence.Kind.OTHER);
        await().untilAsserted(() -> isWith(told, school, second));
        assertThat(tasks.onBehalfOf(confirmation(told, school), viewers.of(second))).isEmpty();
    }

    @Test
    void wrongDaysAndWrongSubstitutesAreRefused() {
        Told told = story.aPair();
        long absent = confirmation(told, told.schools().get(0)).assigneeId();
        long other = people.person();
        long curator = people.appoint(Role.CURATOR, Place.school(told.schools().get(0)));
        refused("territory.absence.past", absent, other, MONDAY.minusDays(1), MONDAY);
        refused("territory.absence.days", absent, other, MONDAY, MONDAY.minusDays(1));
        refused("territory.absence.days", absent, other, MONDAY, MONDAY.plusDays(Absences.LONGEST));
        refused("territory.absence.himself", absent, absent, MONDAY, MONDAY);
        refused("territory.absence.CURATES_THE_SCHOOL", absent, curator, MONDAY, MONDAY);

        absences.enter(other, people.person(), MONDAY.plusDays(2), MONDAY.plusDays(3), Absence.Kind.OTHER);
        refused("territory.absence.absentHimself", absent, other, MONDAY, MONDAY.plusDays(2));
        absences.enter(absent, other, MONDAY, MONDAY.plusDays(1), Absence.Kind.OTHER);
        refused("territory.absence.overlaps", absent, people.person(), MONDAY.plusDays(1), MONDAY.plusDays(5));
    }

    @Test
    void aLaterAppointmentMayNotCollideWithASubstitution() {
        Told told = story.aPair();
        long school = told.schools().get(0);
        long absent = confirmation(told, school).assigneeId();
        long substitute = people.person();
        absences.enter(absent, substitute, MONDAY, MONDAY.plusDays(4), Absence.Kind.OTHER);
        assertThatThrownBy(() -> people.alsoAppoint(substitute, Role.CURATOR, Place.school(school)))
            .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("territory.absence.CURATES_THE_SCHOOL"));
        staff.appoint(substitute, Role.CURATOR, Place.school(school), MONDAY.plusDays(5), "№ 9");
    }

    @Test
    void itEndsEarlierOrIsTakenBackAndNothingIsRewritten() {
        Told told = story.aPair();
        long school = told.schools().get(0);
        long absent = confirmation(told, school).assigneeId();
        long substitute = people.person();
        long id = absences.enter(absent, substitute, MONDAY, MONDAY.plusDays(9), Absence.Kind.OTHER);
        await().untilAsserted(() -> isWith(told, school, substitute));
        story.itIs("2022-09-07");
        assertThatThrownBy(() -> absences.withdraw(id, "Ошибка")).isInstanceOf(Refusal.class);
        absences.endEarly(id, LocalDate.parse("2022-09-06"), "Вышла раньше");
        await().untilAsserted(() -> isWith(told, school, absent));

        long later = absences.enter(absent, substitute, LocalDate.parse("2022-09-20"), LocalDate.parse("2022-09-21"), Absence.Kind.OTHER);
        absences.withdraw(later, "Отпуск перенесён");
        assertThat(absences.of(absent)).extracting(Absence::lastDay).containsExactly(null, LocalDate.parse("2022-09-06"));
        assertThat(absences.onDay(List.of(absent), LocalDate.parse("2022-09-20"))).isEqualTo(Map.of());
    }

    private void refused(String code, long absent, long substitute, LocalDate first, LocalDate last) {
        assertThatThrownBy(() -> absences.enter(absent, substitute, first, last, Absence.Kind.OTHER))
            .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private OpenTask confirmation(Told told, long school) {
        return story.openTask(told, PeerReviewModel.CONFIRM_PARTNER, school);
    }

    private void isWith(Told told, long school, long person) {
        OpenTask now = confirmation(told, school);
        assertThat(now.assigneeId()).isEqualTo(person);
        assertThat(engine.createTaskQuery().taskId(now.id()).taskAssignee(EngineIdentities.userId(person))
            .taskCandidateGroup(groupOf(school)).includeAssignedTasks().count()).isOne();
    }

    private static String groupOf(long school) {
        return EngineIdentities.groupId(Role.SCHOOL_COORDINATOR, Place.school(school));
    }

    private List<String> groups(long person) {
        return identities.createGroupQuery().groupMember(EngineIdentities.userId(person)).list().stream().map(Group::getId).toList();
    }

    private List<String> members(long school) {
        return identities.createUserQuery().memberOfGroup(groupOf(school)).list().stream().map(user -> user.getId()).toList();
    }
}
