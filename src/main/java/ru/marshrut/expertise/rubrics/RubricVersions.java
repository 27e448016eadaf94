package ru.marshrut.expertise.rubrics;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.expertise.Rubric;
import ru.marshrut.expertise.persistence.RubricRows;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;

/**
 * How rubrics change: a draft of the next version is made from the latest, changed, and published. A published version stays as it is, so
 * that no given score changes. What is not the viewer's to see or change throws {@link NotYours}, an
 * unknown id {@link java.util.NoSuchElementException}.
 */
@Service
@Transactional
public class RubricVersions {

    /** Type of the audit's subject; its id is the rubric's code, so that all its versions have one history. */
    public static final String SUBJECT = "rubric";

    private final RubricRows rows;
    private final ReferenceAccess access;
    private final AuditTrail audit;
    private final Clock clock;

    RubricVersions(RubricRows rows, ReferenceAccess access, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** The latest version of each first; drafts for those who may change them. */
    @Transactional(readOnly = true)
    public List<Rubric> all(Viewer viewer) {
        access.reading(viewer, SUBJECT);
        return rows.all().stream().filter(rubric -> rubric.published() || access.mayChange(viewer)).toList();
    }

    @Transactional(readOnly = true)
    public Rubric get(long id, Viewer viewer) {
        access.reading(viewer, SUBJECT);
        return seen(id, viewer);
    }

    /** Of the rubric that this is a version of; one that is begun already is gone on with. @return the draft's id */
    public long draft(long id, Viewer viewer) {
        access.changing(viewer, SUBJECT);
        Rubric latest = rows.lock(rows.latestOf(seen(id, viewer).code()));
        if (!latest.published()) {
            return latest.id();
        }
        long draft = rows.addDraft(latest, viewer.personId());
        rows.setCriteria(draft, latest.criteria());
        record("expertise.rubricDrafted", rows.get(draft));
        return draft;
    }

    public void change(long id, RubricContent content, Viewer viewer) {
        Rubric draft = lockedDraft(id, viewer);
        content.check();
        rows.setHead(id, content.title(), content.source(), content.declaredContent(), content.declaredOrganisational());
        rows.setCriteria(id, content.criteria());
        record("expertise.rubricChanged", draft);
    }

    /** From now on it is what new expertises pin; those that have begun keep theirs. */
    public void publish(long id, Viewer viewer) {
        Rubric draft = lockedDraft(id, viewer);
        RubricContent.of(draft).check();
        rows.publish(id, clock.instant());
        record("expertise.rubricPublished", draft);
    }

    public void discard(long id, Viewer viewer) {
        Rubric draft = lockedDraft(id, viewer);
        rows.remove(id);
        record("expertise.rubricDiscarded", draft);
    }

    private Rubric lockedDraft(long id, Viewer viewer) {
        access.changing(viewer, SUBJECT);
        seen(id, viewer);
        Rubric draft = rows.lock(id);
        if (draft.published()) {
            throw Refusal.of("expertise.rubrics.published", String.valueOf(draft.version()));
        }
        return draft;
    }

    private Rubric seen(long id, Viewer viewer) {
        Rubric rubric = rows.get(id);
        if (!rubric.published() && !access.mayChange(viewer)) {
            throw new NotYours(SUBJECT, id);
        }
        return rubric;
    }

    private void record(String type, Rubric rubric) {
        audit.record(type, Subject.of(SUBJECT, rubric.code()), Map.of("version", rubric.version()));
    }
}
