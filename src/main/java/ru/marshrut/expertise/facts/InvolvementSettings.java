package ru.marshrut.expertise.facts;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which share of a region's schools, in percent, makes a kind of involvement count as shown. Seed 001 names the kinds and no share;
 * the defaults are what seed 003 asks of a region for the like: survey 100 (row 5), events 100 (rows 17 and 24), experience 20
 * (row 28). For the peer review nothing is published but that there is one: half of the schools.
 *
 * @param experience presented at an event or published
 * @param survey     took the survey
 * @param projects   took part in an event of a road map
 * @param peerReview completed the peer review
 */
@ConfigurationProperties("marshrut.expertise.involvement")
public record InvolvementSettings(@DefaultValue("20") int experience, @DefaultValue("100") int survey, @DefaultValue("100") int projects,
                                  @DefaultValue("50") int peerReview) {

    public InvolvementSettings {
        for (int share : new int[] {experience, survey, projects, peerReview}) {
            if (share < 1 || share > 100) {
                throw new IllegalArgumentException("marshrut.expertise.involvement.*: a share of 1 to 100 percent is needed, not " + share);
            }
        }
    }

    int needed(InvolvementKind kind) {
        return switch (kind) {
            case EXPERIENCE -> experience;
            case SURVEY -> survey;
            case PROJECTS -> projects;
            case PEER_REVIEW -> peerReview;
        };
    }
}
