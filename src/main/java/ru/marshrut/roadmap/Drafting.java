package ru.marshrut.roadmap;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.roadmap.persistence.DraftRows;
import ru.marshrut.roadmap.reading.Correction;
import ru.marshrut.roadmap.reading.ReadRow;
import ru.marshrut.roadmap.reading.ReadTable;
import ru.marshrut.roadmap.reading.ReadingContext;
import ru.marshrut.roadmap.reading.RoadMapReading;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;

/** Finds, reads and stores drafts; whoever stores names the revision that he has seen. */
@Component
class Drafting {

    /** Words of a caption by which the table of a level is proposed where a file has several (seed 001). */
    private static final Map<MapLevel, String> IN_CAPTIONS =
        Map.of(MapLevel.FEDERAL, "федеральн", MapLevel.REGIONAL, "региональн", MapLevel.MUNICIPAL, "муниципальн");

    private final DraftRows drafts;
    private final RoadMapReading reading;
    private final Clock clock;

    Drafting(DraftRows drafts, RoadMapReading reading, Clock clock) {
        this.drafts = drafts;
        this.reading = reading;
        this.clock = clock;
    }

    /** Throws {@link NotYours} where nothing is being prepared. */
    Draft draft(long roadMapId) {
        return drafts.draft(roadMapId).orElseThrow(() -> new NotYours("draft", roadMapId));
    }

    /** The draft, if nobody has changed, approved or dropped it since; throws {@link Refusal}. */
    Draft draft(long roadMapId, int revision) {
        return drafts.draft(roadMapId).filter(draft -> draft.revision() == revision)
            .orElseThrow(() -> Refusal.of("roadmap.draft.changedMeanwhile"));
    }

    /** It is approved or dropped as it was seen: what somebody has changed meanwhile is not lost. */
    void delete(Draft draft) {
        if (!drafts.delete(draft.roadMapId(), draft.revision())) {
            throw Refusal.of("roadmap.draft.changedMeanwhile");
        }
    }

    void store(Draft changed, Viewer viewer) {
        if (!drafts.change(changed, clock.instant(), viewer.personId())) {
            throw Refusal.of("roadmap.draft.changedMeanwhile");
        }
    }

    void storeWithSource(Draft changed, Viewer viewer) {
        if (!drafts.replaceSource(changed, clock.instant(), viewer.personId())) {
            throw Refusal.of("roadmap.draft.changedMeanwhile");
        }
    }

    Preview read(RoadMap map, Draft draft) {
        List<Correction> corrections = drafts.corrections(map.id());
        List<ReadTable> tables = reading.read(draft.tables(),
            new ReadingContext(map.year(), map.level(), draft.choices().columns(), draft.choices().roles(), corrections));
        Set<Integer> known = tables.stream().map(ReadTable::index).collect(toCollection(LinkedHashSet::new));
        Set<Integer> decided = draft.choices().tables();
        Set<Integer> chosen = decided == null ? proposed(tables, map.level()) : known.stream().filter(decided::contains).collect(toCollection(LinkedHashSet::new));
        List<Preview.Row> rows = tables.stream().filter(table -> chosen.contains(table.index()))
            .flatMap(table -> table.rows().stream().map(row -> new Preview.Row(table.index(), row, draft.choices().leftOut().get(row.key()),
                corrected(row, corrections)))).toList();
        return new Preview(draft, tables, chosen, decided == null && tables.size() > 1, rows, corrections);
    }

    private static Set<ReadRow.Field> corrected(ReadRow row, List<Correction> corrections) {
        return corrections.stream().filter(correction -> correction.rowKey().equals(row.key())).map(Correction::field)
            .collect(toCollection(() -> EnumSet.noneOf(ReadRow.Field.class)));
    }

    /** Those whose caption names the level; all where none does. */
    private static Set<Integer> proposed(List<ReadTable> tables, MapLevel level) {
        Set<Integer> named = tables.stream().filter(table -> table.caption().toLowerCase(Locale.ROOT).contains(IN_CAPTIONS.get(level)))
            .map(ReadTable::index).collect(toSet());
        return named.isEmpty() ? tables.stream().map(ReadTable::index).collect(toSet()) : named;
    }
}
