package ru.marshrut.expertise.rubrics;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.expertise.TypicalRemarks;
import ru.marshrut.expertise.persistence.RemarkRows;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;

/** How the catalogue changes: a remark is added, or not offered any more. */
@Service
@Transactional
public class RemarkCatalogue implements TypicalRemarks {

    static final int LONGEST = 500;

    private final RemarkRows rows;
    private final ReferenceAccess access;
    private final AuditTrail audit;
    private final Clock clock;

    RemarkCatalogue(RemarkRows rows, ReferenceAccess access, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<TypicalRemark> offered() {
        return rows.offered();
    }

    @Override
    @Transactional(readOnly = true)
    public List<TypicalRemark> all() {
        return rows.all();
    }

    /** All of them, for those who may read the catalogue by itself. Throws {@link NotYours}. */
    @Transactional(readOnly = true)
    public List<TypicalRemark> catalogue(Viewer viewer) {
        access.reading(viewer, SUBJECT);
        return rows.all();
    }

    public void add(String text, String source, Viewer viewer) {
        access.changing(viewer, SUBJECT);
        given("text", text);
        given("source", source);
        if (rows.contains(text)) {
            throw Refusal.ofField("text", "expertise.remarks.twice", text);
        }
        rows.add(text, source);
        record("expertise.remarkAdded", text);
    }

    /** It stays wherever it was picked; experts are not offered it any more. */
    public void retire(long id, Viewer viewer) {
        setRetired(id, clock.instant(), "expertise.remarkRetired", viewer);
    }

    public void bringBack(long id, Viewer viewer) {
        setRetired(id, null, "expertise.remarkBroughtBack", viewer);
    }

    private void setRetired(long id, Instant at, String type, Viewer viewer) {
        access.changing(viewer, SUBJECT);
        TypicalRemark remark = rows.find(id).orElseThrow(() -> new NotYours(SUBJECT, id));
        if (remark.isOffered() != (at == null)) {
            rows.setRetired(id, at);
            record(type, remark.text());
        }
    }

    private static void given(String field, String text) {
        if (text.isBlank()) {
            throw Refusal.ofField(field, "expertise.remarks.missing." + field);
        }
        if (text.length() > LONGEST) {
            throw Refusal.ofField(field, "expertise.remarks.long." + field, LONGEST);
        }
    }

    private void record(String type, String text) {
        audit.record(type, Subject.of(SUBJECT, "all"), Map.of("text", text));
    }
}
