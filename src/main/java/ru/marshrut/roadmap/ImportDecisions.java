package ru.marshrut.roadmap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.roadmap.persistence.DraftRows;
import ru.marshrut.roadmap.reading.Column;
import ru.marshrut.roadmap.reading.Correction;
import ru.marshrut.roadmap.reading.ReadRow;
import ru.marshrut.roadmap.reading.ReadTable;
import ru.marshrut.shared.Days;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Role;

/**
 * What the coordinator decides about an import: which tables and columns are meant, who is responsible where no column says
 * it, what single rows say. Each decision names the revision of the draft that was seen; {@link Refusal} where somebody else
 * has changed it since.
 */
@Service
@Transactional
public class ImportDecisions {

    private static final BigDecimal GREATEST_TARGET = BigDecimal.valueOf(1_000_000_000);
    private static final int MOST_DECIMALS = 9;

    private final DraftRows drafts;
    private final Drafting drafting;
    private final RoadMapAccess access;
    private final AuditTrail audit;

    ImportDecisions(DraftRows drafts, Drafting drafting, RoadMapAccess access, AuditTrail audit) {
        this.drafts = drafts;
        this.drafting = drafting;
        this.access = access;
        this.audit = audit;
    }

    /** Which tables of the source belong to the road map. */
    public void chooseTables(Viewer viewer, long id, int revision, Set<Integer> tables) {
        Preview preview = seen(viewer, id, revision);
        if (tables.isEmpty() || !preview.tables().stream().map(ReadTable::index).toList().containsAll(tables)) {
            throw Refusal.ofField("tables", "roadmap.decision.chooseTable");
        }
        decide(viewer, preview, choices -> choices.withTables(tables));
        audit.record("roadmap.tablesChosen", RoadMapDrafts.subject(id), Map.of("count", tables.size()));
    }

    /** What the columns of a table hold; a title and a column of dates there must be. */
    public void setColumns(Viewer viewer, long id, int revision, int table, List<Column> columns) {
        Preview preview = seen(viewer, id, revision);
        if (preview.tables().stream().noneMatch(read -> read.index() == table && read.columns().size() == columns.size())) {
            throw new NotYours("table", table);
        }
        for (Column column : Column.values()) {
            long times = columns.stream().filter(column::equals).count();
            boolean needed = column == Column.TITLE || column == Column.DATES;
            if (needed && times == 0) {
                throw Refusal.ofField("columns", "roadmap.decision.columnMissing." + column);
            }
            if (column != Column.IGNORED && times > 1) {
                throw Refusal.ofField("columns", "roadmap.decision.columnTwice." + column);
            }
        }
        decide(viewer, preview, choices -> choices.withColumns(table, columns));
        audit.record("roadmap.columnsSet", RoadMapDrafts.subject(id), Map.of("table", table + 1));
    }

    /** Who is responsible where the table has no such column, confirmed once for all its rows that name nobody themselves. */
    public void confirmRoles(Viewer viewer, long id, int revision, Set<Role> roles) {
        Preview preview = seen(viewer, id, revision);
        if (roles.isEmpty()) {
            throw Refusal.ofField("roles", "roadmap.decision.rolesMissing");
        }
        decide(viewer, preview, choices -> choices.withRoles(roles));
        audit.record("roadmap.rolesConfirmed", RoadMapDrafts.subject(id), Map.of());
    }

    /** Says what fields of a row mean; kept for the same row with the same words when the import is repeated. */
    public void correct(Viewer viewer, long id, int revision, String rowKey, Map<ReadRow.Field, Correction.Value> values) {
        Preview preview = seen(viewer, id, revision);
        ReadRow row = row(preview, rowKey);
        values.forEach((field, value) -> {
            check(field, value);
            drafts.correct(id, new Correction(rowKey, field, row.words().get(field), value));
            audit.record("roadmap.corrected." + field, RoadMapDrafts.subject(id), inWords(row));
        });
        decide(viewer, preview, choices -> choices);
    }

    /** Confirms what was understood of the fields about which something is asked. */
    public void confirm(Viewer viewer, long id, int revision, String rowKey, Set<ReadRow.Field> fields) {
        MeasureContent content = row(seen(viewer, id, revision), rowKey).content();
        Map<ReadRow.Field, Correction.Value> values = new EnumMap<>(ReadRow.Field.class);
        fields.forEach(field -> values.put(field, valueOf(content, field)));
        correct(viewer, id, revision, rowKey, values);
    }

    /** Takes a correction back: the field means again what was read. */
    public void asRead(Viewer viewer, long id, int revision, String rowKey, ReadRow.Field field) {
        Preview preview = seen(viewer, id, revision);
        ReadRow row = row(preview, rowKey);
        if (drafts.withdraw(id, rowKey, field)) {
            decide(viewer, preview, choices -> choices);
            audit.record("roadmap.correctionWithdrawn", RoadMapDrafts.subject(id), inWords(row));
        }
    }

    /** The row does not become a measure; the reason stays in the history. */
    public void leaveOut(Viewer viewer, long id, int revision, String rowKey, String reason) {
        Preview preview = seen(viewer, id, revision);
        ReadRow row = row(preview, rowKey);
        if (reason == null || reason.isBlank()) {
            throw Refusal.ofField("reason", "roadmap.decision.reasonMissing");
        }
        decide(viewer, preview, choices -> choices.withLeftOut(rowKey, reason.strip()));
        audit.record("roadmap.leftOut", RoadMapDrafts.subject(id), inWords(row), reason.strip());
    }

    public void takeIn(Viewer viewer, long id, int revision, String rowKey) {
        Preview preview = seen(viewer, id, revision);
        ReadRow row = row(preview, rowKey);
        decide(viewer, preview, choices -> choices.withLeftOut(rowKey, null));
        audit.record("roadmap.takenIn", RoadMapDrafts.subject(id), inWords(row));
    }

    static Map<String, String> inWords(ReadRow row) {
        return Map.of("number", row.content().number(), "title", row.content().title());
    }

    private Preview seen(Viewer viewer, long id, int revision) {
        return drafting.read(access.coordinated(id, viewer), drafting.draft(id, revision));
    }

    private void decide(Viewer viewer, Preview preview, UnaryOperator<Choices> decision) {
        drafting.store(preview.draft().with(decision.apply(preview.draft().choices())), viewer);
    }

    private static ReadRow row(Preview preview, String key) {
        return preview.rows().stream().map(Preview.Row::read).filter(row -> row.key().equals(key)).findFirst()
            .orElseThrow(() -> new NotYours("row", key));
    }

    private static Correction.Value valueOf(MeasureContent content, ReadRow.Field field) {
        return switch (field) {
            case TITLE -> new Correction.Value(content.title(), null, null, null, null, null, null);
            case WINDOWS -> new Correction.Value(null, content.windows(), null, null, null, null, null);
            case RECURRENCE -> new Correction.Value(null, null, content.recurrence(), null, null, null, null);
            case ROLES -> new Correction.Value(null, null, null, content.roles(), null, null, null);
            case EVIDENCE -> new Correction.Value(null, null, null, null, content.evidence(), content.outcome(), null);
            case INDICATORS -> new Correction.Value(null, null, null, null, null, null, content.indicators());
        };
    }

    private static void check(ReadRow.Field field, Correction.Value value) {
        switch (field) {
            case TITLE -> require(value.title() != null && !value.title().isBlank(), "title", "roadmap.decision.titleMissing");
            case WINDOWS -> {
                require(value.windows() != null && !value.windows().isEmpty(), "windows", "roadmap.decision.windowMissing");
                value.windows().forEach(window -> {
                    checkDay("windows", window.start());
                    checkDay("windows", window.due());
                });
            }
            case RECURRENCE -> require(value.recurrence() == null || value.recurrence().count() > 0
                && (value.recurrence().byDay() == null || value.recurrence().byDay() >= 1 && value.recurrence().byDay() <= 31),
                "recurrence", "roadmap.decision.wrongRecurrence");
            case ROLES -> require(value.roles() != null && !value.roles().isEmpty(), "roles", "roadmap.decision.rolesMissing");
            case EVIDENCE -> {
                require(value.evidence() != null, "evidence", "roadmap.decision.evidenceMissing");
                require(value.evidence() != Evidence.STAGE || value.outcome() != null, "outcome", "roadmap.decision.outcomeMissing");
            }
            case INDICATORS -> value.indicators().forEach(ImportDecisions::check);
        }
    }

    private static void check(Indicator indicator) {
        boolean counted = indicator.kind() != IndicatorKind.FACT;
        checkDay("asOf", indicator.asOf());
        require(indicator.target() == null || indicator.target().compareTo(GREATEST_TARGET) <= 0 && indicator.target().scale() <= MOST_DECIMALS
            && indicator.target().scale() >= -MOST_DECIMALS, "target", "roadmap.decision.targetTooGreat");
        require(!counted || indicator.target() != null && indicator.target().signum() >= 0, "target", "roadmap.decision.targetMissing");
        require(indicator.kind() != IndicatorKind.SHARE || indicator.target().compareTo(BigDecimal.valueOf(100)) <= 0, "target",
            "roadmap.decision.targetOver100");
        require(!counted || !indicator.populations().isEmpty(), "populations", "roadmap.decision.populationMissing");
        require(indicator.kind() != IndicatorKind.RATE || indicator.per() != null, "per", "roadmap.decision.perMissing");
    }

    private static void checkDay(String field, LocalDate day) {
        if (day != null && !Days.canBeMeant(day)) {
            throw Refusal.ofField(field, "roadmap.decision.wrongDay", day.toString());
        }
    }

    private static void require(boolean given, String field, String code) {
        if (!given) {
            throw Refusal.ofField(field, code);
        }
    }
}
