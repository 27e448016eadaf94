package ru.marshrut.schoolyear.profile;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A school's risk profile of a year.
 *
 * @param source     how it came, or null while there is none
 * @param receivedOn when it came, or null while there is none
 * @param directions all of them in their published order
 */
public record RiskProfile(long yearId, Source source, LocalDate receivedOn, List<RiskDirection> directions) {

    /** Words for users: {@code schoolyear.source.<name>}. */
    public enum Source { FORM, SCHOOL_FILE, TERRITORY_FILE }

    public boolean isThere() {
        return source != null;
    }

    public boolean isVerified() {
        return directions.stream().anyMatch(RiskDirection::isVerified);
    }

    public List<RiskDirection> disputed() {
        return directions.stream().filter(RiskDirection::isDisputed).toList();
    }

    public List<RiskDirection> high() {
        return directions.stream().filter(RiskDirection::isHigh).toList();
    }

    public Map<String, RiskLevel> levels() {
        return directions.stream().filter(direction -> direction.last() != null)
            .collect(Collectors.toMap(RiskDirection::code, RiskDirection::level));
    }

    /** Changes with everything that is said of a direction; 0 while there is no profile. */
    public long revision() {
        return directions.stream().filter(direction -> direction.last() != null).mapToLong(direction -> direction.last().id()).max().orElse(0);
    }
}
