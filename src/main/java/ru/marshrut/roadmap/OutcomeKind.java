package ru.marshrut.roadmap;

/** What a stage of the programme leaves for an indicator to count. Words for users: {@code roadmap.outcome.<name>}. */
public enum OutcomeKind {
    SURVEY_DONE, RISKS_ACTIVATED, RISK_PROFILE_VERIFIED, RISK_PROFILE_ANALYSED, CURATOR_APPOINTED, SCHOOL_VISITED,
    VISIT_SCHEDULE_APPROVED, CONCEPT_DOCUMENTS_PLACED, MONITORING_1_PLACED, MONITORING_2_PLACED, DOCUMENTS_CHECKED,
    POSITIVE_CHANGES, PEER_REVIEW_DONE, ROAD_MAP_APPROVED, MEASURE_DONE,
    /** Took part in the measure's event. */
    ATTENDED,
    /** Shared experience at the measure's event. */
    PRESENTED,
    /** Published in the measure's collection. */
    PUBLISHED,
    /** Placed the document that the measure asks of each school. */
    DELIVERED;

    /** Whether it tells of one measure's event or document, and counts for no other measure. */
    public boolean belongsToAMeasure() {
        return this == ATTENDED || this == PRESENTED || this == PUBLISHED || this == DELIVERED;
    }

    /** Whether it can only be told of schools: «Школы разместили концептуальные документы» (seed 004, 30.04) means all of them. */
    public boolean isOfSchools() {
        return switch (this) {
            case SURVEY_DONE, RISKS_ACTIVATED, RISK_PROFILE_VERIFIED, RISK_PROFILE_ANALYSED, CURATOR_APPOINTED, SCHOOL_VISITED, VISIT_SCHEDULE_APPROVED,
                CONCEPT_DOCUMENTS_PLACED, MONITORING_1_PLACED, MONITORING_2_PLACED, PEER_REVIEW_DONE, POSITIVE_CHANGES -> true;
            default -> false;
        };
    }
}
