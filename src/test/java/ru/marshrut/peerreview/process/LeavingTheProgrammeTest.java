package ru.marshrut.peerreview.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import ru.marshrut.peerreview.Circle;
import ru.marshrut.peerreview.Dissolution;
import ru.marshrut.peerreview.process.ReviewStory.Told;
import ru.marshrut.territory.Participations;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Populations;

/** A school that leaves the programme leaves its circle, and the other way about. */
@SpringBootTest
class LeavingTheProgrammeTest {

    private static final LocalDate DAY = LocalDate.of(2022, 9, 8);

    @Autowired
    ReviewStory story;
    @Autowired
    Participations participations;
    @Autowired
    Populations populations;
    @Autowired
    Dissolution dissolution;
    @Autowired
    Clock clock;

    @Test
    void aSchoolThatTheListLetsGoLeavesItsCircle() {
        Told told = participants();
        Circle circle = story.circle(told);
        participations.leave(List.of(told.schools().get(0)), 2022, DAY, "Школа закрыта");
        story.run();
        assertThat(story.circles(told)).singleElement().satisfies(dissolved -> {
            assertThat(dissolved.id()).isEqualTo(circle.id());
            assertThat(dissolved.status()).isEqualTo(Circle.Status.DISSOLVED);
            assertThat(dissolved.side(told.schools().get(0)).withdrawn()).isTrue();
        });
        assertThat(story.openSteps(told)).containsExactly(PeerReviewModel.PLACE_REMAINING);
    }

    @Test
    void bothSchoolsOfACircleCanLeaveAtOnce() {
        Told told = participants();
        participations.leave(told.schools(), 2022, DAY, "Школы объединены");
        story.run();
        assertThat(story.circles(told)).singleElement().extracting(Circle::status).isEqualTo(Circle.Status.DISSOLVED);
        assertThat(story.openSteps(told)).isEmpty();
    }

    @Test
    void aSchoolThatLeavesItsCircleLeavesTheList() {
        Told told = participants();
        dissolution.withdraw(story.circle(told).id(), told.schools().get(0), story.coordinator(told), "Школа закрыта");
        story.run();
        assertThat(populations.within(Place.region(told.region()), 2022, DAY, clock.instant()).schoolIds()).containsExactly(told.schools().get(1));
    }

    private Told participants() {
        Told told = story.aPair();
        participations.takePart(told.schools(), 2022, LocalDate.of(2022, 1, 24), "№ 7 от 20.01.2022");
        story.itIs(DAY.toString());
        return told;
    }
}
