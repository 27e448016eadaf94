package ru.marshrut.dashboard;

import java.util.Optional;
import ru.marshrut.schoolyear.Stage;

/**
 * Where a school stands in a year: at the earliest stage of the plan that is not done and is open or overdue, or at none.
 * The stations of the stages bear their names. Words for users: {@code schoolyear.stage.<name>} for stages,
 * {@code dashboard.station.<name>} for the others.
 */
public enum Station {
    SURVEY, PROFILE, FIRST_VISIT, VERIFICATION, ACTIVATION, VISIT_SCHEDULE, CONCEPT_DOCUMENTS, MONITORING_1, PEER_REVIEW, MONITORING_2,
    POSITIVE_CHANGES,
    /** Its year runs, and nothing is asked of it now: the next stage has not begun yet. */
    WAITING,
    /** All stages are done. */
    COMPLETED,
    LEFT, MERGED,
    /** The coordinator closed the year while stages were missing. */
    CLOSED,
    /** The school takes part, but its year has not been started. */
    WITHOUT_YEAR;

    /** Empty for a station between, before or after the stages. */
    public Optional<Stage> stage() {
        return ordinal() < WAITING.ordinal() ? Optional.of(Stage.valueOf(name())) : Optional.empty();
    }

    /** Key of its name in the bundles. */
    public String message() {
        return (stage().isPresent() ? "schoolyear.stage." : "dashboard.station.") + name();
    }
}
