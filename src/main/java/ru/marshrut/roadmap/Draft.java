package ru.marshrut.roadmap;

import java.time.Instant;
import java.util.List;
import ru.marshrut.roadmap.reading.RawTable;

/**
 * What is being prepared for approval: the first version of a road map, or an amendment. The rows are read from the
 * tables each time, with what was corrected by hand.
 *
 * @param controllerId person whom the order names for control, or null
 * @param controlWords whom the order names for control, as written; empty where it does not say
 * @param revision     counted up with each change; who changes names the one that he has seen
 */
public record Draft(long roadMapId, Order order, Long controllerId, Source source, List<RawTable> tables, String controlWords, Choices choices,
                    int revision, Instant changedAt, long changedBy) {

    /**
     * Where the tables come from.
     *
     * @param fileName   empty for pasted text
     * @param documentId that keeps the file or the text
     */
    public record Source(String fileName, Long documentId) {}

    Draft with(Choices changed) {
        return new Draft(roadMapId, order, controllerId, source, tables, controlWords, changed, revision, changedAt, changedBy);
    }

    Draft with(Order changed, Long controller) {
        return new Draft(roadMapId, changed, controller, source, tables, controlWords, choices, revision, changedAt, changedBy);
    }
}
