package ru.marshrut.schoolyear.concept;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.documents.SchoolDocuments;
import ru.marshrut.documents.Slot;
import ru.marshrut.documents.SlotRules;
import ru.marshrut.documents.StoredDocument;
import ru.marshrut.documents.Versions;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.concept.ConceptDocument.State;
import ru.marshrut.schoolyear.persistence.ConceptRows;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/** The documents of a school's year as pages show them. */
@Service
@Transactional(readOnly = true)
public class ConceptPages {

    private final ConceptDocuments documents;
    private final ConceptRows rows;
    private final SchoolYears years;
    private final Versions versions;
    private final Territory territory;
    private final Staff staff;

    ConceptPages(ConceptDocuments documents, ConceptRows rows, SchoolYears years, Versions versions, Territory territory, Staff staff) {
        this.documents = documents;
        this.rows = rows;
        this.years = years;
        this.versions = versions;
        this.territory = territory;
        this.staff = staff;
    }

    /**
     * A document with its decisions.
     *
     * @param rules what the school may upload, or null where it cannot change the document now
     */
    public record Line(ConceptDocument document, String url, SlotRules rules, boolean made, String tone, List<Decision> decisions) {}

    /** What a curator said, by name. */
    public record Decision(boolean accepted, String by, LocalDate on, String comment) {}

    /** A file that a document has or had. */
    public record FileVersion(StoredDocument file, String by, LocalDate on, LocalDate removedOn) {}

    public List<Line> of(long yearId) {
        SchoolYear year = years.get(yearId);
        ZoneId zone = territory.region(year.regionId()).zone();
        List<ConceptRows.Decided> decided = rows.decided(yearId, Stage.CONCEPT_DOCUMENTS.name());
        Map<Long, Person> people = staff.people(decided.stream().map(ConceptRows.Decided::personId).distinct().toList());
        Map<String, List<Decision>> decisions = decided.stream().collect(groupingBy(ConceptRows.Decided::subject,
            mapping(one -> new Decision(one.accepted(), people.get(one.personId()).fullName(),
                LocalDate.ofInstant(one.decidedAt(), zone), one.comment()), toList())));
        return documents.of(yearId).stream().map(one -> line(year, one, decisions.getOrDefault(one.kind(), List.of()))).toList();
    }

    /** Every file that the documents of the year have or had, by kind, oldest first. */
    public Map<String, List<FileVersion>> versions(long yearId) {
        SchoolYear year = years.get(yearId);
        ZoneId zone = territory.region(year.regionId()).zone();
        List<Versions.Version> found = versions.versionsOf(SchoolDocuments.TYPE, SchoolDocuments.id(year.schoolId(), year.year()));
        Map<Long, Person> people = staff.people(found.stream().map(one -> one.document().authorId()).filter(Objects::nonNull).distinct().toList());
        return found.stream().collect(groupingBy(one -> one.document().slot().kind(), mapping(one -> version(one, people, zone), toList())));
    }

    private static FileVersion version(Versions.Version one, Map<Long, Person> people, ZoneId zone) {
        StoredDocument file = one.document();
        return new FileVersion(file, file.authorId() == null ? null : people.get(file.authorId()).fullName(), LocalDate.ofInstant(file.storedAt(), zone),
            one.removal() == null ? null : LocalDate.ofInstant(one.removal().at(), zone));
    }

    private static Line line(SchoolYear year, ConceptDocument one, List<Decision> decisions) {
        Slot slot = SchoolDocuments.slot(year.schoolId(), year.year(), one.kind());
        boolean made = one.kind().equals(DocumentKinds.ANTIRISK_PROGRAMME);
        return new Line(one, "/documents/" + slot.subjectType() + "/" + slot.subjectId() + "/" + slot.kind(),
            one.isWithSchool() && !made ? SlotRules.PUBLISHED : null, made, tone(one.state()), decisions);
    }

    private static String tone(State state) {
        return switch (state) {
            case APPROVED -> "ok";
            case RETURNED -> "late";
            case SENT, CHANGING -> "warn";
            case PREPARED -> "";
        };
    }
}
