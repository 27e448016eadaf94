package ru.marshrut.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import ru.marshrut.access.EngineIdentities;
import ru.marshrut.peerreview.process.PeerReviewModel;
import ru.marshrut.peerreview.process.ReviewStory;
import ru.marshrut.peerreview.process.ReviewStory.Told;
import ru.marshrut.territory.Appointment;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.testing.MadePeople;

@SpringBootTest
class SuccessionTest {

    @Autowired
    ReviewStory story;
    @Autowired
    MadePeople people;
    @Autowired
    Staff staff;
    @Autowired
    TaskService engine;
    @Autowired
    Succession succession;

    @Test
    void anOpenTaskGoesToTheSuccessorUpAndBack() {
        Told told = story.aPair();
        long school = told.schools().get(0);
        OpenTask task = story.openTask(told, PeerReviewModel.CONFIRM_PARTNER, school);
        long first = task.assigneeId();

        end(first, Role.SCHOOL_COORDINATOR, school);
        end(staff.holding(Role.PRINCIPAL, Place.school(school), LocalDate.parse("2022-09-05")).get(0).id(), Role.PRINCIPAL, school);
        await().untilAsserted(() -> isWith(told, school, told.coordinator(), Role.MUNICIPAL_COORDINATOR, Place.municipality(told.municipality())));

        long successor = people.appoint(Role.SCHOOL_COORDINATOR, Place.school(school));
        await().untilAsserted(() -> isWith(told, school, successor, Role.SCHOOL_COORDINATOR, Place.school(school)));
    }

    @Test
    void anAppointmentThatEndsByItselfMovesTheTaskOnItsDay() {
        Told told = story.aPair();
        long school = told.schools().get(1);
        long first = story.openTask(told, PeerReviewModel.CONFIRM_PARTNER, school).assigneeId();
        Appointment held = staff.appointmentsOf(first, LocalDate.parse("2022-09-05")).get(0);
        staff.end(held.id(), LocalDate.parse("2022-09-10"), "Переезд");
        long successor = people.person();
        staff.appoint(successor, Role.SCHOOL_COORDINATOR, Place.school(school), LocalDate.parse("2022-09-11"), "№ 7");

        story.itIs("2022-09-12");
        succession.followTheDay();
        isWith(told, school, successor, Role.SCHOOL_COORDINATOR, Place.school(school));
        assertThat(succession.followTheDay()).as("all are where they belong").isZero();
    }

    private void isWith(Told told, long school, long person, Role role, Place place) {
        OpenTask now = story.openTask(told, PeerReviewModel.CONFIRM_PARTNER, school);
        assertThat(now.responsible()).isEqualTo(new Responsible(role, place));
        assertThat(now.assigneeId()).isEqualTo(person);
        assertThat(engine.createTaskQuery().taskId(now.id()).taskAssignee(EngineIdentities.userId(person))
            .taskCandidateGroup(EngineIdentities.groupId(role, place)).includeAssignedTasks().count()).isOne();
    }

    private void end(long person, Role role, long school) {
        staff.appointmentsOf(person, LocalDate.parse("2022-09-05")).stream().filter(held -> held.role() == role && held.place().id() == school)
            .forEach(held -> staff.end(held.id(), LocalDate.parse("2022-09-04"), "Уволен"));
    }
}
