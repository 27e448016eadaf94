package ru.marshrut.roadmap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Reports of a road map at its monitoring dates; once frozen they never change. */
public interface MonitoringReports {

    /** Days on which the road map is judged, in order: those that its indicators name for its own measures, and its last day. */
    List<LocalDate> dates(long roadMapId);

    /** Keeps what is known now about a day; a day that was frozen stays as it is. */
    void freeze(long roadMapId, LocalDate on);

    /** Frozen reports, the latest first. */
    List<Frozen> frozen(long roadMapId);

    /** Signs the report of a day; throws {@link ru.marshrut.shared.Refusal} where it is not frozen or signed already. */
    void sign(long roadMapId, LocalDate on, long personId);

    /** @param signedBy person, or null */
    record Frozen(LocalDate on, Instant frozenAt, Long signedBy, Instant signedAt) {}
}
