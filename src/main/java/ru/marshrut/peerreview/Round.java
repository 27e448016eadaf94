package ru.marshrut.peerreview;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import ru.marshrut.territory.Place;

/** A peer-review round of a region or a municipality. {@code municipalityId} is null for a whole region. */
public record Round(long id, long regionId, Long municipalityId, int year, String title, Status status, RoundCalendar calendar,
                    String processInstanceId) {

    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    public enum Status { PAIRING, RUNNING, FINISHED }

    public Place place() {
        return municipalityId == null ? Place.region(regionId) : Place.municipality(municipalityId);
    }

    /** The end of a day in the region's time. */
    public static Instant endOf(java.time.LocalDate day, ZoneId zone) {
        return day.atTime(END_OF_DAY).atZone(zone).toInstant();
    }
}
