package ru.marshrut.schoolyear;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.Viewer;
import ru.marshrut.schoolyear.persistence.DecisionRows;
import ru.marshrut.work.OpenTask;

/** What curators decide, kept for the history of a school and for the score of the curators' work (seed 001, «Работа куратора»). */
@Component
public class CuratorDecisions {

    private final DecisionRows rows;
    private final Clock clock;

    CuratorDecisions(DecisionRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * @param subject what was decided: a direction's code, a kind of document, a measure's id
     * @param comment the curator's words, may be empty
     * @param task    in which it was decided; it was asked for when the task opened
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(long yearId, Stage stage, String subject, boolean accepted, String comment, Viewer curator, OpenTask task) {
        rows.add(yearId, stage, subject, accepted, comment, curator.personId(), task.openedAt(), clock.instant());
    }
}
