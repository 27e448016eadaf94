package ru.marshrut.peerreview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Two schools that review each other, or three of which each reviews the next.
 *
 * @param openedAt   from when the partners see what was delivered, or null
 * @param extensions later last days that were granted to this circle
 */
public record Circle(long id, long roundId, Status status, String processInstanceId, Instant openedAt, List<Side> sides,
                     Map<Stage, LocalDate> extensions) {

    public enum Status { PROPOSED, RUNNING, COMPLETED, DISSOLVED }

    public Side side(long schoolId) {
        return sides.stream().filter(side -> side.schoolId() == schoolId).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("school " + schoolId + " is not in circle " + id));
    }

    public boolean has(long schoolId) {
        return sides.stream().anyMatch(side -> side.schoolId() == schoolId);
    }

    public List<Side> active() {
        return sides.stream().filter(Side::active).toList();
    }

    /** Sides that have a partner whose documents they can study. */
    public List<Side> reviewing() {
        List<Side> active = active();
        return active.size() < 2 ? List.of() : active.stream().filter(side -> reviewedBy(side.schoolId()).delivered()).toList();
    }

    /** The partner whose documents this side studies. */
    public Side reviewedBy(long schoolId) {
        return neighbour(schoolId, 1);
    }

    /** The partner who studies the documents of this side. */
    public Side reviewerOf(long schoolId) {
        return neighbour(schoolId, -1);
    }

    /** All other sides. */
    public List<Side> partnersOf(long schoolId) {
        return sides.stream().filter(side -> side.schoolId() != schoolId).toList();
    }

    /** Among the sides that go on; among all where this one has no other left. */
    private Side neighbour(long schoolId, int step) {
        List<Side> ring = active();
        if (ring.size() < 2 || ring.stream().noneMatch(side -> side.schoolId() == schoolId)) {
            ring = sides;
        }
        int here = ring.indexOf(side(schoolId));
        return ring.get(Math.floorMod(here + step, ring.size()));
    }

    public LocalDate until(Stage stage, RoundCalendar calendar) {
        return extensions.getOrDefault(stage, calendar.until(stage));
    }
}
