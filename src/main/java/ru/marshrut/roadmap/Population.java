package ru.marshrut.roadmap;

/** Of whom or of what an indicator is counted. Words for users: {@code roadmap.population.<name>}. */
public enum Population {
    SCHOOLS, PRINCIPALS, CURATORS, SCHOOL_COORDINATORS, MUNICIPAL_COORDINATORS,
    /** Curator and school of a curatorship. */
    PAIRS,
    /** Those who applied to become curators. */
    CANDIDATES,
    /** People whom schools registered for an event («заявленные представители»). */
    REPRESENTATIVES,
    /** Management teams, one of each school. */
    TEAMS,
    RISK_PROFILES,
    /** Measures of the same road map. */
    MEASURES,
    /** Municipalities that have schools of the programme. */
    MUNICIPALITIES,
    PUBLICATIONS,
    EVENTS
}
