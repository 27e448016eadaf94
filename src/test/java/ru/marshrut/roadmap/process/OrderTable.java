package ru.marshrut.roadmap.process;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.calendar.Window;
import ru.marshrut.roadmap.ImportDecisions;
import ru.marshrut.roadmap.Preview;
import ru.marshrut.roadmap.RoadMapDrafts;
import ru.marshrut.roadmap.process.MeasureStory.Row;
import ru.marshrut.roadmap.reading.Correction.Value;
import ru.marshrut.roadmap.reading.ReadRow.Field;
import ru.marshrut.territory.Role;

/** The table of an order as a coordinator pastes it, and what he says of its rows by hand. */
@Component
class OrderTable {

    private final RoadMapDrafts drafts;
    private final ImportDecisions decisions;

    OrderTable(RoadMapDrafts drafts, ImportDecisions decisions) {
        this.drafts = drafts;
        this.decisions = decisions;
    }

    static String of(Row... rows) {
        StringBuilder table = new StringBuilder("№\tМероприятия\tСрок\tОжидаемый результат\n");
        int number = 0;
        for (Row row : rows) {
            // the dates as words too, so that a changed window is a changed row
            Window first = row.windows().get(0);
            table.append(++number).append(".\t").append(row.title()).append("\t").append(first.start() == null ? "до " + first.due() : first.start())
                .append("\t").append(row.result()).append("\n");
        }
        return table.toString();
    }

    /** Every field of every row, whatever was read. */
    void decide(Viewer coordinator, long id, Row... rows) {
        decisions.confirmRoles(coordinator, id, revision(coordinator, id), Set.of(Role.MUNICIPAL_COORDINATOR));
        for (Row row : rows) {
            Preview.Row read = drafts.preview(coordinator, id).rows().stream().filter(one -> one.read().content().title().equals(row.title()))
                .findFirst().orElseThrow(() -> new AssertionError(row.title()));
            Map<Field, Value> values = new LinkedHashMap<>();
            values.put(Field.WINDOWS, new Value(null, row.windows(), null, null, null, null, null));
            values.put(Field.RECURRENCE, new Value(null, null, null, null, null, null, null));
            values.put(Field.ROLES, new Value(null, null, null, Set.of(Role.MUNICIPAL_COORDINATOR, Role.CURATOR), null, null, null));
            values.put(Field.EVIDENCE, new Value(null, null, null, null, row.evidence(), row.outcome(), null));
            values.put(Field.INDICATORS, new Value(null, null, null, null, null, null, row.indicators()));
            values.put(Field.TITLE, new Value(row.title(), null, null, null, null, null, null));
            decisions.correct(coordinator, id, revision(coordinator, id), read.read().key(), values);
        }
    }

    int revision(Viewer coordinator, long id) {
        return drafts.preview(coordinator, id).draft().revision();
    }
}
