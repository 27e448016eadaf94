package ru.marshrut.schoolyear;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import ru.marshrut.roadmap.OutcomesRecorded;
import ru.marshrut.roadmap.StageBegun;
import ru.marshrut.schoolyear.persistence.YearRows;

/** A peer review, which two or three schools share, begins and ends the stage in the year of each. */
@Component
class PeerReviews {

    private final YearRows rows;
    private final StageCourse course;
    private final YearEngine engine;

    PeerReviews(YearRows rows, StageCourse course, YearEngine engine) {
        this.rows = rows;
        this.course = course;
        this.engine = engine;
    }

    @ApplicationModuleListener(condition = "#begun.outcome().name() == 'PEER_REVIEW_DONE'")
    void on(StageBegun begun) {
        rows.ofSchools(begun.schoolIds(), begun.year()).values().stream().filter(SchoolYear::isRunning)
            .forEach(year -> course.open(year.id(), Stage.PEER_REVIEW));
    }

    @ApplicationModuleListener(condition = "#recorded.counts() && #recorded.outcome().name() == 'PEER_REVIEW_DONE'")
    void on(OutcomesRecorded recorded) {
        rows.ofSchools(recorded.schoolIds(), recorded.year()).values().stream().filter(SchoolYear::isRunning).forEach(year -> {
            course.done(year.id(), Stage.PEER_REVIEW, recorded.on(), false); // the indicators know already
            engine.peerReviewDone(year);
        });
    }
}
