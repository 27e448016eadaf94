package ru.marshrut.dashboard.web;

import java.time.Instant;
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
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Staff;

/** What was done in a school's year, by whom, on whose behalf and why, the latest first. */
@Component
class YearHistory {

    private final AuditTrail audit;
    private final Staff staff;

    YearHistory(AuditTrail audit, Staff staff) {
        this.audit = audit;
        this.staff = staff;
    }

    /** Names are null for the system itself; {@code reason} may be null. */
    record Line(Instant at, String who, String onBehalfOf, String text, String reason) {}

    List<Line> of(long yearId) {
        List<AuditEntry> entries = audit.about(Subject.of(SchoolYears.SUBJECT, yearId)).stream()
            .sorted(Comparator.comparingLong(AuditEntry::id).reversed()).toList();
        Map<Long, Person> people = staff.people(entries.stream().flatMap(entry -> Stream.of(entry.actorId(), entry.onBehalfOf())
            .filter(Objects::nonNull)).collect(Collectors.toSet()));
        return entries.stream().map(entry -> new Line(entry.recordedAt(), name(people, entry.actorId()), name(people, entry.onBehalfOf()),
            entry.text(), entry.reason() == null || entry.reason().isBlank() ? null : entry.reason())).toList();
    }

    private static String name(Map<Long, Person> people, Long id) {
        return id == null || !people.containsKey(id) ? null : people.get(id).fullName();
    }
}
