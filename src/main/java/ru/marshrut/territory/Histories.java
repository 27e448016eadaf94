package ru.marshrut.territory;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ru.marshrut.audit.AuditEntry;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;

/** What was done, by whom, in whose place and why, the latest first; shown by {@code territory/history :: history}. */
@Component
public class Histories {

    private final AuditTrail audit;
    private final Staff staff;

    Histories(AuditTrail audit, Staff staff) {
        this.audit = audit;
        this.staff = staff;
    }

    public List<HistoryLine> about(Subject... subjects) {
        return about(List.of(subjects));
    }

    public List<HistoryLine> about(List<Subject> subjects) {
        List<AuditEntry> entries = subjects.stream().flatMap(subject -> audit.about(subject).stream())
            .sorted(Comparator.comparingLong(AuditEntry::id).reversed()).toList();
        Map<Long, Person> people = staff.people(entries.stream().flatMap(entry -> Stream.of(entry.actorId() == null ? -1L : entry.actorId(),
            entry.onBehalfOf() == null ? -1L : entry.onBehalfOf())).filter(id -> id >= 0).collect(Collectors.toSet()));
        return entries.stream().map(entry -> new HistoryLine(entry.recordedAt(), name(people, entry.actorId()),
            name(people, entry.onBehalfOf()), entry.text(), entry.reason() == null || entry.reason().isBlank() ? null : entry.reason())).toList();
    }

    private static String name(Map<Long, Person> people, Long id) {
        return Objects.isNull(id) || !people.containsKey(id) ? null : people.get(id).fullName();
    }
}
