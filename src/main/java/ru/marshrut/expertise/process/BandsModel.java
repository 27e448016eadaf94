package ru.marshrut.expertise.process;

/** Keys and variables of the decision tables of {@code processes/expertise}. Shares are whole percent, rounded down. */
final class BandsModel {

    static final String PROGRAMME_SHARE = "programme-share-points";
    static final String STAGE_COMPLETED = "stage-completed-points";
    static final String CURATORS_WORK = "curators-work-points";
    static final String INVOLVEMENT = "involvement-points";
    static final String TOTAL = "score-total";

    /** Integer: measures, visits. */
    static final String PLANNED = "planned";
    static final String PERCENT = "percent";
    /** Integer: schools that run the stage. */
    static final String SCHOOLS = "schools";
    /** Integer: decisions of curators. */
    static final String DECIDED = "decided";
    static final String COMMENTED_PERCENT = "commentedPercent";
    static final String HELD_PERCENT = "heldPercent";
    /** Integer: kinds of facts that are there. */
    static final String SHOWN = "shown";
    /** Integer: kinds of facts that there can be. */
    static final String KINDS = "kinds";
    /** List of integers. */
    static final String POINTS = "points";

    private BandsModel() {
    }
}
