package ru.marshrut.schoolyear.profile;

import java.time.Instant;
import java.util.List;

/**
 * A direction of a school's risk profile with everything that was said of it.
 *
 * @param said oldest first; empty while there is no profile
 */
public record RiskDirection(String code, String name, List<Said> said) {

    /** What was done to a direction. Words for users: {@code schoolyear.act.<name>}. */
    public enum Act {
        /** The profile gave a level. */
        RECEIVED,
        /** The curator agreed. */
        CONFIRMED,
        /** The curator gave another level. */
        CORRECTED,
        /** The curator disagreed; the municipal coordinator decides. */
        DISPUTED,
        /** The municipal coordinator gave the level. */
        DECIDED
    }

    /** @param level the level that holds after it */
    public record Said(long id, Act act, RiskLevel level, String comment, long personId, Instant at) {}

    /** The last word, or null while there is no profile. */
    public Said last() {
        return said.isEmpty() ? null : said.get(said.size() - 1);
    }

    public RiskLevel level() {
        return said.isEmpty() ? RiskLevel.UNKNOWN : last().level();
    }

    public boolean isHigh() {
        return level() == RiskLevel.HIGH;
    }

    public boolean isDisputed() {
        return !said.isEmpty() && last().act() == Act.DISPUTED;
    }

    /** Whether the curator has looked at it. */
    public boolean isVerified() {
        return !said.isEmpty() && last().act() != Act.RECEIVED;
    }

    /** What the curator or the coordinator said, without what the profile said; oldest first. */
    public List<Said> answers() {
        return said.stream().filter(one -> one.act() != Act.RECEIVED).toList();
    }
}
