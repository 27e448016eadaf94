package ru.marshrut.peerreview;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import ru.marshrut.territory.Place;

/**
 * A peer-review round of a region or a municipality.
 *
 * @param municipalityId null for a whole region
 * @param zone           the region's time, by which the round's days are counted
 */
public record Round(long id, long regionId, Long municipalityId, int year, String title, Status status, RoundCalendar calendar,
                    String processInstanceId, ZoneId zone) {

    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    public enum Status { PAIRING, RUNNING, FINISHED }

    public Place place() {
        return municipalityId == null ? Place.region(regionId) : Place.municipality(municipalityId);
    }

    /** The end of a day in the region's time. */
    public static Instant endOf(LocalDate day, ZoneId zone) {
        return day.atTime(END_OF_DAY).atZone(zone).toInstant();
    }
}
