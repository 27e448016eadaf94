package ru.marshrut.documents.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;
import ru.marshrut.audit.Actor;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.CurrentActor;
import ru.marshrut.audit.Subject;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.Slot;
import ru.marshrut.documents.SlotRules;
import ru.marshrut.documents.StoredDocument;
import ru.marshrut.documents.Versions;
import ru.marshrut.documents.content.ContentCheck;
import ru.marshrut.documents.content.DocumentType;
import ru.marshrut.documents.content.FileName;
import ru.marshrut.documents.storage.ContentStore;
import ru.marshrut.documents.storage.Received;
import ru.marshrut.shared.Refusal;

@Repository
class JdbcDocuments implements Documents, Versions {

    private static final String OF_SLOT = " from document where subject_type = ? and subject_id = ? and kind = ? ";

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final ContentStore store;
    private final ContentCheck check;
    private final AuditTrail audit;
    private final Clock clock;
    private final ObjectProvider<CurrentActor> actor;

    JdbcDocuments(JdbcClient jdbc, TransactionOperations transaction, ContentStore store, ContentCheck check, AuditTrail audit,
                  Clock clock, ObjectProvider<CurrentActor> actor) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.store = store;
        this.check = check;
        this.audit = audit;
        this.clock = clock;
        this.actor = actor;
    }

    /** The file is received and checked before the transaction begins: a slow line holds no connection. */
    @Override
    public StoredDocument accept(Slot slot, SlotRules rules, String fileName, InputStream content) throws IOException {
        String name = FileName.clean(fileName);
        refuseWhenFull(slot, rules, name);
        try (Received received = store.receive(content, rules.maxBytes())) {
            DocumentType type = check.check(received.file(), name, rules);
            return inTransaction(() -> {
                lock(slot);
                refuseWhenFull(slot, rules, name);
                return add(slot, FileName.of(name, type), type.mediaType(), received, author().personId(), "documents.accepted");
            });
        }
    }

    @Override
    public StoredDocument keep(Slot slot, String fileName, String mediaType, InputStream content) throws IOException {
        try (Received received = store.receive(content, Long.MAX_VALUE - 1)) {
            return inTransaction(() -> {
                lock(slot);
                jdbc.sql("""
                        update document set removed_at = ?
                        where subject_type = ? and subject_id = ? and kind = ? and author_id is null and removed_at is null""")
                    .params(now(), slot.subjectType(), slot.subjectId(), slot.kind()).update();
                return add(slot, FileName.clean(fileName), mediaType, received, null, "documents.kept");
            });
        }
    }

    @Override
    public List<StoredDocument> in(Slot slot) {
        return jdbc.sql("select *" + OF_SLOT + "and removed_at is null order by version")
            .params(slot.subjectType(), slot.subjectId(), slot.kind()).query(JdbcDocuments::document).list();
    }

    @Override
    public List<StoredDocument> of(String subjectType, String subjectId) {
        return jdbc.sql("""
                select * from document where subject_type = ? and subject_id = ? and removed_at is null order by kind, version""")
            .params(subjectType, subjectId).query(JdbcDocuments::document).list();
    }

    @Override
    public void remove(long documentId, String reason) {
        transaction.executeWithoutResult(status -> {
            StoredDocument removed = jdbc.sql("""
                    update document set removed_at = ?, removed_by = ?, removal_reason = ?
                    where id = ? and removed_at is null returning *""")
                .params(now(), author().personId(), reason, documentId).query(JdbcDocuments::document).optional()
                .orElse(null);
            if (removed == null) {
                version(documentId); // unknown; a second removal of the same file changes nothing
                return;
            }
            audit.record("documents.removed", subject(removed.slot()), parameters(removed), reason);
        });
    }

    @Override
    public StoredDocument document(long documentId) {
        return version(documentId).document();
    }

    @Override
    public InputStream open(long documentId) throws IOException {
        return store.open(jdbc.sql("select storage_key from document where id = ?").param(documentId).query(String.class).optional()
            .orElseThrow(() -> new NoSuchElementException("document " + documentId)));
    }

    @Override
    public List<Version> of(Slot slot) {
        return jdbc.sql("select *" + OF_SLOT + "order by version")
            .params(slot.subjectType(), slot.subjectId(), slot.kind()).query(JdbcDocuments::version).list();
    }

    @Override
    public List<Version> versionsOf(String subjectType, String subjectId) {
        return jdbc.sql("select * from document where subject_type = ? and subject_id = ? order by kind, version")
            .params(subjectType, subjectId).query(JdbcDocuments::version).list();
    }

    @Override
    public Version version(long documentId) {
        return jdbc.sql("select * from document where id = ?").param(documentId).query(JdbcDocuments::version).optional()
            .orElseThrow(() -> new NoSuchElementException("document " + documentId));
    }

    /** One accepts after the other in a slot, so that the number of files and the version are right. */
    private void lock(Slot slot) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(?, 0))) locked")
            .param(String.join("/", "document", slot.subjectType(), slot.subjectId(), slot.kind())).query(Integer.class).single();
    }

    private void refuseWhenFull(Slot slot, SlotRules rules, String name) {
        int current = jdbc.sql("select count(*)" + OF_SLOT + "and removed_at is null")
            .params(slot.subjectType(), slot.subjectId(), slot.kind()).query(Integer.class).single();
        if (current >= rules.maxFiles()) {
            throw Refusal.of("documents.tooMany", name, rules.maxFiles());
        }
    }

    /** The content is in its place before the row is: a rollback leaves an orphan, which is swept, never a row without content. */
    private StoredDocument add(Slot slot, String name, String mediaType, Received received, Long authorId, String fact)
            throws IOException {
        String key = store.keep(received);
        StoredDocument added = jdbc.sql("""
                insert into document (subject_type, subject_id, kind, version, file_name, media_type, size, sha256, storage_key,
                                      author_id, stored_at)
                select ?, ?, ?, coalesce(max(version), 0) + 1, ?, ?, ?, ?, ?, ?, ?""" + OF_SLOT + "returning *")
            .params(slot.subjectType(), slot.subjectId(), slot.kind(), name, mediaType, received.size(), received.sha256(), key,
                authorId, now(), slot.subjectType(), slot.subjectId(), slot.kind())
            .query(JdbcDocuments::document).single();
        audit.record(fact, subject(slot), parameters(added));
        return added;
    }

    private Actor author() {
        CurrentActor known = actor.getIfAvailable();
        return known == null ? Actor.SYSTEM : known.current();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private <T> T inTransaction(Step<T> step) throws IOException {
        try {
            return transaction.execute(status -> {
                try {
                    return step.run();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private interface Step<T> {
        T run() throws IOException;
    }

    private static Subject subject(Slot slot) {
        return new Subject(slot.subjectType(), slot.subjectId());
    }

    private static Map<String, ?> parameters(StoredDocument document) {
        return Map.of("document", document.id(), "kind", document.slot().kind(), "name", document.fileName(),
            "version", document.version());
    }

    private static Version version(ResultSet row, int number) throws SQLException {
        OffsetDateTime removedAt = row.getObject("removed_at", OffsetDateTime.class);
        return new Version(document(row, number), removedAt == null ? null
            : new Removal(removedAt.toInstant(), row.getObject("removed_by", Long.class), row.getString("removal_reason")));
    }

    private static StoredDocument document(ResultSet row, int number) throws SQLException {
        return new StoredDocument(row.getLong("id"),
            new Slot(row.getString("subject_type"), row.getString("subject_id"), row.getString("kind")),
            row.getInt("version"), row.getString("file_name"), row.getString("media_type"), row.getLong("size"),
            row.getString("sha256"), row.getObject("author_id", Long.class),
            row.getObject("stored_at", OffsetDateTime.class).toInstant());
    }
}
