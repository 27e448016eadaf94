package ru.marshrut.roadmap;

/** How a measure shows that it is done (DESIGN 5.2). Words for users: {@code roadmap.evidence.<name>}. */
public enum Evidence {
    /** The responsible person reports the result and attaches the act. */
    FACT,
    /** The organiser ticks who took part. */
    ATTENDANCE,
    /** Counted from the outcomes of a stage; a document of each school where no stage of the school's year leaves them. */
    STAGE,
    /** Dated entries, such as publications, judged as a rate. */
    LOG,
    /** Share of the road map's measures that are done by a date. */
    MEASURES,
    /** Road maps approved in the territories below. */
    MAPS
}
