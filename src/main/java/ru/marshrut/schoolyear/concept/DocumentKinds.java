package ru.marshrut.schoolyear.concept;

import java.util.List;

/** Kinds of documents of a school's year. Words for users: {@code schoolyear.concept.kind.<kind>}; a region can name more of its own. */
public final class DocumentKinds {

    public static final String RISK_PROFILE = "riskProfile";
    /** Made by the system from the structured programme. */
    public static final String ANTIRISK_PROGRAMME = "antiriskProgramme";

    /** In the order in which they are offered; what the seeds name: 001 (concept, mid-term and anti-risk programme), 002–004 (road map, development programme). */
    public static final List<String> OFFERED =
        List.of("developmentConcept", "midTermProgramme", ANTIRISK_PROGRAMME, "roadMap", "electronicRoadMap", "developmentProgramme");

    /** As seed 001 publishes them, «Рисковый профиль» aside, which has been verified before. */
    static final List<String> USUAL = List.of("developmentConcept", "midTermProgramme", ANTIRISK_PROGRAMME);

    /** What a region's own kinds begin with. */
    static final String OWN = "own";

    private DocumentKinds() {}

    static boolean isNamed(String kind) {
        return kind.equals(RISK_PROFILE) || OFFERED.contains(kind);
    }
}
