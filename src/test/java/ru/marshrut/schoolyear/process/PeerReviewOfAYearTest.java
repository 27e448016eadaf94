package ru.marshrut.schoolyear.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import ru.marshrut.peerreview.process.ReviewStory;
import ru.marshrut.peerreview.process.ReviewStory.Told;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.StageStanding;
import ru.marshrut.schoolyear.persistence.YearRows;

/** A circle begins the peer review in the years of its schools. */
@SpringBootTest
class PeerReviewOfAYearTest {

    private static final LocalDate STARTED = LocalDate.of(2022, 1, 24);

    @Autowired
    ReviewStory story;
    @Autowired
    YearRows rows;
    @Autowired
    SchoolYears years;

    @Test
    void theStageIsOpenFromTheDayOnWhichTheCircleStarts() {
        Told told = story.aRoundOf(2);
        long year = rows.add(told.region(), told.schools().get(0), 2022, STARTED);
        assertThat(years.standing(year, Stage.PEER_REVIEW).openedOn()).isNull();
        story.started(told);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            StageStanding standing = years.standing(year, Stage.PEER_REVIEW);
            assertThat(standing.openedOn()).isEqualTo(LocalDate.of(2022, 9, 5));
            assertThat(standing.state(LocalDate.of(2022, 9, 5))).isEqualTo(StageStanding.State.OPEN);
        });
    }
}
