package ru.marshrut.expertise;

/** What the system counts for a criterion, and so suggests points for. Words for users: {@code expertise.facts.<name>}. */
public enum FactKind {
    /** Of a school: measures of its anti-risk programme that were done and proven, of all planned. */
    PROGRAMME_SHARE,
    /** Of a region: schools that completed the stage by its date, of all. */
    STAGE_COMPLETED,
    /** Of a region: decisions of curators with a comment, visits held of planned. */
    CURATORS_WORK,
    /** Of a region: experience shared, part taken in the survey, internal projects, peer review held. */
    INVOLVEMENT
}
