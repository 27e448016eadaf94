package ru.marshrut.roadmap;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import ru.marshrut.territory.Place;

/**
 * The plan of a territory for a year. Its measures come from its approved version.
 *
 * @param regionId          null for the federation's
 * @param controllerId      person whom the order names for control, or null
 * @param orderNumber       of the order of the approved version; null before the first approval
 * @param effectiveFrom     the day from which the approved version holds, which can lie before its order; null before
 * @param processInstanceId null where no process runs it: before the import is handed in, and for the federation's
 * @param closedAt          when the closing report was signed, or null
 * @param zone              by which its days are counted
 */
public record RoadMap(long id, Place place, Long regionId, int year, String title, Long controllerId, String orderNumber,
                      LocalDate orderDate, LocalDate effectiveFrom, String processInstanceId, Instant closedAt, ZoneId zone) {

    public MapLevel level() {
        return switch (place.level()) {
            case FEDERATION -> MapLevel.FEDERAL;
            case REGION -> MapLevel.REGIONAL;
            default -> MapLevel.MUNICIPAL;
        };
    }

    /** The day that it is there at an instant. */
    public LocalDate dayAt(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    public boolean isApproved() {
        return effectiveFrom != null;
    }
}
