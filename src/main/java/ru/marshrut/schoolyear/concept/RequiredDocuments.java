package ru.marshrut.schoolyear.concept;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.schoolyear.persistence.ConceptRows;
import ru.marshrut.schoolyear.persistence.ConceptRows.Asked;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Place;

/**
 * The set of documents that a region asks of its schools in a year; the sources differ in it (DESIGN 9). A change holds
 * for what has not been approved yet, and no file is lost by it.
 */
@Service
@Transactional
public class RequiredDocuments {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final int LONGEST_NAME = 120;
    private static final int MOST = 20;

    private final ConceptRows rows;
    private final AccessPolicy policy;
    private final AuditTrail audit;
    private final MessageSource messages;

    RequiredDocuments(ConceptRows rows, AccessPolicy policy, AuditTrail audit, MessageSource messages) {
        this.rows = rows;
        this.policy = policy;
        this.audit = audit;
        this.messages = messages;
    }

    @Transactional(readOnly = true)
    public List<RequiredDocument> of(long regionId, int year) {
        List<Asked> asked = rows.asked(regionId, year);
        return asked.isEmpty() ? DocumentKinds.USUAL.stream().map(this::known).toList()
            : asked.stream().map(one -> one.name() == null ? known(one.kind()) : new RequiredDocument(one.kind(), one.name())).toList();
    }

    /** Kinds that a region can choose from. */
    public List<RequiredDocument> offered() {
        return DocumentKinds.OFFERED.stream().map(this::known).toList();
    }

    public boolean mayChange(long regionId, Viewer viewer) {
        return policy.mayCoordinate(viewer, Place.region(regionId));
    }

    /**
     * @param kinds of {@link #offered} or of the present set
     * @param added names of kinds that the region adds
     */
    public void change(long regionId, int year, Viewer viewer, List<String> kinds, List<String> added) {
        if (!mayChange(regionId, viewer)) {
            throw new NotYours("required documents of region", regionId);
        }
        List<Asked> before = rows.asked(regionId, year);
        List<Asked> asked = new ArrayList<>();
        for (String kind : new LinkedHashSet<>(kinds)) {
            asked.add(DocumentKinds.OFFERED.contains(kind) ? new Asked(kind, null) : before.stream().filter(one -> one.kind().equals(kind))
                .findFirst().orElseThrow(() -> Refusal.ofField("kinds", "schoolyear.concept.unknownKind", kind)));
        }
        Set<String> names = new LinkedHashSet<>(added.stream().map(String::strip).filter(name -> !name.isEmpty()).toList());
        int number = rows.lastOwnNumber(regionId, year, DocumentKinds.OWN);
        for (String name : names) {
            refuseBad(name, asked);
            asked.add(new Asked(DocumentKinds.OWN + ++number, name));
        }
        if (asked.isEmpty()) {
            throw Refusal.ofField("kinds", "schoolyear.concept.emptySet");
        }
        if (asked.size() > MOST) {
            throw Refusal.ofField("kinds", "schoolyear.concept.largeSet", MOST);
        }
        rows.ask(regionId, year, asked);
        audit.record("schoolyear.requiredDocumentsChanged", Subject.of("region", regionId),
            Map.of("year", year, "kinds", String.join(", ", asked.stream().map(Asked::kind).toList()),
                "names", String.join(", ", of(regionId, year).stream().map(RequiredDocument::name).toList())));
    }

    /** What a kind is called in this region and year, also where it is no longer asked for. */
    @Transactional(readOnly = true)
    public String name(long regionId, int year, String kind) {
        return DocumentKinds.isNamed(kind) ? known(kind).name() : of(regionId, year).stream().filter(one -> one.kind().equals(kind))
            .map(RequiredDocument::name).findFirst().orElseGet(() -> words("schoolyear.concept.kind.other"));
    }

    private void refuseBad(String name, List<Asked> asked) {
        if (name.length() > LONGEST_NAME) {
            throw Refusal.ofField("added", "schoolyear.concept.longName", name.substring(0, 40) + "…", LONGEST_NAME);
        }
        boolean known = offered().stream().anyMatch(one -> one.name().equalsIgnoreCase(name))
            || asked.stream().anyMatch(one -> name.equalsIgnoreCase(one.name()));
        if (known) {
            throw Refusal.ofField("added", "schoolyear.concept.knownName", name);
        }
    }

    private RequiredDocument known(String kind) {
        return new RequiredDocument(kind, words("schoolyear.concept.kind." + kind));
    }

    private String words(String code) {
        return messages.getMessage(code, null, RUSSIAN);
    }
}
