package ru.marshrut.expertise.facts;

import java.util.List;
import ru.marshrut.roadmap.OutcomeKind;

/**
 * What shows the involvement of a region's schools: «трансляция опыта (включая представление опыта на еженедельных ВКС и
 * радиоэфирах), % участие в опросе, участие во внутренних проектах, наличие взаимоэкспертизы» (seed 001). Words for users:
 * {@code expertise.facts.kind.<name>}.
 */
public enum InvolvementKind {
    EXPERIENCE(OutcomeKind.PRESENTED, OutcomeKind.PUBLISHED),
    SURVEY(OutcomeKind.SURVEY_DONE),
    /** Internal projects are the events of the road maps. */
    PROJECTS(OutcomeKind.ATTENDED),
    PEER_REVIEW(OutcomeKind.PEER_REVIEW_DONE);

    private final List<OutcomeKind> outcomes;

    InvolvementKind(OutcomeKind... outcomes) {
        this.outcomes = List.of(outcomes);
    }

    /** A school of which one of these counts has shown it. */
    List<OutcomeKind> outcomes() {
        return outcomes;
    }
}
