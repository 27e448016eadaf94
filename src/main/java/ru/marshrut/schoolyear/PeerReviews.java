package ru.marshrut.schoolyear;

import static java.util.Comparator.comparing;

import java.util.Collection;
import java.util.List;
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
        running(begun.schoolIds(), begun.year()).forEach(year -> course.open(year.id(), Stage.PEER_REVIEW));
    }

    @ApplicationModuleListener(condition = "#recorded.counts() && #recorded.outcome().name() == 'PEER_REVIEW_DONE'")
    void on(OutcomesRecorded recorded) {
        running(recorded.schoolIds(), recorded.year()).forEach(year -> {
            course.done(year.id(), Stage.PEER_REVIEW, recorded.on(), false); // the indicators know already
            engine.peerReviewDone(year);
        });
    }

    /** In the order in which everybody locks several years, so that two who do it never wait for each other. */
    private List<SchoolYear> running(Collection<Long> schoolIds, int year) {
        return rows.ofSchools(schoolIds, year).values().stream().filter(SchoolYear::isRunning).sorted(comparing(SchoolYear::id)).toList();
    }
}
