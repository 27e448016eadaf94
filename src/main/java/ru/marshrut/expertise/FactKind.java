package ru.marshrut.expertise;

/** What the system counts for a criterion, and so suggests points for. Words for users: {@code expertise.facts.<name>}. */
public enum FactKind {
    /** Of a school: measures of its anti-risk programme that were done and proven, of all planned. */
    PROGRAMME_SHARE(Part.CONTENT, 3),
    /** Of a region: schools that completed the stage by its date, of all. */
    STAGE_COMPLETED(Part.ORGANISATIONAL, 1),
    /** Of a region: decisions of curators with a comment, visits held of planned. */
    CURATORS_WORK(Part.ORGANISATIONAL, 2),
    /** Of a region: experience shared, part taken in the survey, internal projects, peer review held. */
    INVOLVEMENT(Part.ORGANISATIONAL, 2);

    private final Part part;
    private final int maximum;

    FactKind(Part part, int maximum) {
        this.part = part;
        this.maximum = maximum;
    }

    /** The part of a rubric whose criteria it is counted for. */
    public Part part() {
        return part;
    }

    /** Most points that its table gives ({@link Bands}): a criterion that it is counted for has as many. */
    public int maximum() {
        return maximum;
    }
}
