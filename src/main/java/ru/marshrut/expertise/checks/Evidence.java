package ru.marshrut.expertise.checks;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ru.marshrut.documents.StoredDocument;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.concept.ConceptDocument;
import ru.marshrut.schoolyear.monitoring.Line;
import ru.marshrut.schoolyear.monitoring.MeasureStanding;
import ru.marshrut.schoolyear.monitoring.MonitoringResults.Result;
import ru.marshrut.schoolyear.monitoring.Report;
import ru.marshrut.schoolyear.programme.ProgrammeMeasure;

/**
 * What an expert reads of a school.
 *
 * @param directions names of the activated risk directions
 * @param documents  approved ones
 * @param items      the activated directions and the measures of the programme
 */
public record Evidence(SchoolYear year, List<String> directions, List<ConceptDocument> documents, List<Item> items, Result result) {

    /**
     * A direction or a measure with its report.
     *
     * @param measure  null for a direction
     * @param standing null for a direction
     * @param files    those that the report was sent with
     */
    public record Item(Line line, ProgrammeMeasure measure, MeasureStanding standing, List<StoredDocument> files) {

        /** The report that counts, also one of the first stage; null where nothing was sent. */
        public Report report() {
            return line.earlier() == null ? line.report() : line.earlier();
        }
    }

    /** The measures of the programme, by task in the school's words, in their order. */
    public Map<String, List<Item>> byTask() {
        return items.stream().filter(item -> item.measure() != null)
            .collect(groupingBy(item -> item.measure().task(), LinkedHashMap::new, toList()));
    }

    public List<Item> ofDirections() {
        return items.stream().filter(item -> item.measure() == null).toList();
    }

    boolean shows(long documentId) {
        return documents.stream().flatMap(document -> document.files().stream()).anyMatch(file -> file.id() == documentId)
            || items.stream().flatMap(item -> item.files().stream()).anyMatch(file -> file.id() == documentId);
    }
}
