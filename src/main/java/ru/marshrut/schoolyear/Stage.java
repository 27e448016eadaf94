package ru.marshrut.schoolyear;

import java.util.Optional;
import ru.marshrut.roadmap.OutcomeKind;

/** What a school's year consists of, in the order in which it is planned. Words for users: {@code schoolyear.stage.<name>}. */
public enum Stage {
    SURVEY(OutcomeKind.SURVEY_DONE),
    /** The risk profile has been received and entered. */
    PROFILE(null),
    FIRST_VISIT(OutcomeKind.SCHOOL_VISITED),
    VERIFICATION(OutcomeKind.RISK_PROFILE_VERIFIED),
    ACTIVATION(OutcomeKind.RISKS_ACTIVATED),
    VISIT_SCHEDULE(OutcomeKind.VISIT_SCHEDULE_APPROVED),
    CONCEPT_DOCUMENTS(OutcomeKind.CONCEPT_DOCUMENTS_PLACED),
    MONITORING_1(OutcomeKind.MONITORING_1_PLACED),
    PEER_REVIEW(OutcomeKind.PEER_REVIEW_DONE),
    MONITORING_2(OutcomeKind.MONITORING_2_PLACED),
    POSITIVE_CHANGES(OutcomeKind.POSITIVE_CHANGES);

    private final OutcomeKind outcome;

    Stage(OutcomeKind outcome) {
        this.outcome = outcome;
    }

    /** What it leaves for the indicators, and by which the road maps name it; empty where they count nothing of it. */
    public Optional<OutcomeKind> outcome() {
        return Optional.ofNullable(outcome);
    }

    /** The monitoring stage of this number, 1 or 2. */
    public static Stage monitoring(int number) {
        return switch (number) {
            case 1 -> MONITORING_1;
            case 2 -> MONITORING_2;
            default -> throw new IllegalArgumentException("monitoring stage " + number);
        };
    }

    /** 1 or 2 for a monitoring stage, 0 for any other. */
    public int monitoring() {
        return this == MONITORING_1 ? 1 : this == MONITORING_2 ? 2 : 0;
    }
}
