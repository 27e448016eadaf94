package ru.marshrut.roadmap.web;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import ru.marshrut.audit.AuditEntry;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.roadmap.RoadMapAccess;
import ru.marshrut.territory.Staff;

/** What was done with a road map, by whom and why, the latest first. */
@Component
class RoadMapHistory {

    /** @param by name, or null for the system */
    record Line(Instant at, String by, String text, String reason) {}

    private final AuditTrail audit;
    private final Staff staff;

    RoadMapHistory(AuditTrail audit, Staff staff) {
        this.audit = audit;
        this.staff = staff;
    }

    List<Line> about(long roadMapId) {
        List<AuditEntry> entries = audit.about(Subject.of(RoadMapAccess.SUBJECT, roadMapId)).stream()
            .sorted(Comparator.comparingLong(AuditEntry::id).reversed()).toList();
        Map<Long, String> people = people(entries.stream().map(AuditEntry::actorId).filter(Objects::nonNull).toList());
        return entries.stream().map(entry -> new Line(entry.recordedAt(), people.get(entry.actorId()), entry.text(), entry.reason())).toList();
    }

    /** Names by person. */
    Map<Long, String> people(Collection<Long> ids) {
        return staff.people(ids.stream().distinct().toList()).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
            named -> named.getValue().fullName()));
    }
}
