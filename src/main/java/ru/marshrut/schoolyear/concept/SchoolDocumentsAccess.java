package ru.marshrut.schoolyear.concept;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.ResourcePolicy;
import ru.marshrut.access.SubjectPlace;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.Subject;
import ru.marshrut.documents.ApprovedDocuments;
import ru.marshrut.documents.SchoolDocuments;
import ru.marshrut.documents.Slot;
import ru.marshrut.documents.SlotRules;
import ru.marshrut.documents.SlotRulesSource;
import ru.marshrut.schoolyear.concept.ConceptDocument.State;
import ru.marshrut.schoolyear.persistence.ConceptRows;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Territory;

/**
 * Who sees and changes the documents of a school, also of one without a school's year: its staff, its curator, whoever is
 * appointed above. What is with the curator or approved is not exchanged under his hands.
 */
@Component
@Transactional(readOnly = true)
class SchoolDocumentsAccess implements ResourcePolicy, SubjectPlace, SlotRulesSource, ApprovedDocuments {

    private static final Pattern ID = Pattern.compile("(\\d{1,18})-(\\d{4})");

    private final AccessPolicy policy;
    private final ConceptRows rows;
    private final Territory territory;

    SchoolDocumentsAccess(@Lazy AccessPolicy policy, ConceptRows rows, Territory territory) {
        this.policy = policy;
        this.rows = rows;
        this.territory = territory;
    }

    @Override
    public String resourceType() {
        return SchoolDocuments.TYPE;
    }

    @Override
    public boolean mayRead(Viewer viewer, String id) {
        Matcher named = ID.matcher(id);
        return named.matches() && policy.maySee(viewer, school(named));
    }

    @Override
    public boolean mayChange(Viewer viewer, String id) {
        Matcher named = ID.matcher(id);
        return named.matches() && viewer.answersFor(Role.SCHOOL_COORDINATOR, school(named));
    }

    @Override
    public Optional<Place> placeOf(Subject subject) {
        Matcher named = ID.matcher(subject.id());
        return subject.type().equals(SchoolDocuments.TYPE) && named.matches() ? Optional.of(school(named)) : Optional.empty();
    }

    @Override
    public Optional<SlotRules> rulesFor(Slot slot) {
        Matcher named = ID.matcher(slot.subjectId());
        return slot.subjectType().equals(SchoolDocuments.TYPE) && named.matches() && isOpen(school(named).id(), year(named), slot.kind())
            ? Optional.of(SlotRules.PUBLISHED) : Optional.empty();
    }

    @Override
    public Set<String> approvedKinds(long schoolId, int year) {
        return Set.copyOf(rows.approvedKinds(schoolId, year));
    }

    private boolean isOpen(long schoolId, int year, String kind) {
        if (kind.equals(DocumentKinds.ANTIRISK_PROGRAMME) && rows.hasYear(schoolId, year)) {
            return false; // made from the programme's table
        }
        boolean known = DocumentKinds.isNamed(kind) || rows.asked(territory.school(schoolId).regionId(), year).stream().anyMatch(one -> one.kind().equals(kind));
        return known && rows.state(schoolId, year, kind).filter(state -> state == State.SENT || state == State.APPROVED).isEmpty();
    }

    private static Place school(Matcher named) {
        return Place.school(Long.parseLong(named.group(1)));
    }

    private static int year(Matcher named) {
        return Integer.parseInt(named.group(2));
    }
}
