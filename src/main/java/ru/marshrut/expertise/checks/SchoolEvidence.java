package ru.marshrut.expertise.checks;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.documents.StoredDocument;
import ru.marshrut.documents.Versions;
import ru.marshrut.expertise.SampledSchool;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.concept.ConceptDocument;
import ru.marshrut.schoolyear.concept.ConceptDocument.State;
import ru.marshrut.schoolyear.concept.ConceptDocuments;
import ru.marshrut.schoolyear.monitoring.Line;
import ru.marshrut.schoolyear.monitoring.MeasureStanding;
import ru.marshrut.schoolyear.monitoring.MonitoringFiles;
import ru.marshrut.schoolyear.monitoring.MonitoringLines;
import ru.marshrut.schoolyear.monitoring.MonitoringResults.Result;
import ru.marshrut.schoolyear.monitoring.MonitoringResults.Row;
import ru.marshrut.schoolyear.monitoring.Report;
import ru.marshrut.schoolyear.programme.ProgrammeMeasure;
import ru.marshrut.schoolyear.programme.Programmes;
import ru.marshrut.territory.Territory;

/** The school's side of a check: approved documents, the programme, the reports of the stage. Access is the caller's business. */
@Service
@Transactional(readOnly = true)
public class SchoolEvidence {

    private final SchoolYears years;
    private final ConceptDocuments documents;
    private final Programmes programmes;
    private final MonitoringLines lines;
    private final Versions versions;
    private final Territory territory;

    SchoolEvidence(SchoolYears years, ConceptDocuments documents, Programmes programmes, MonitoringLines lines, Versions versions, Territory territory) {
        this.years = years;
        this.documents = documents;
        this.programmes = programmes;
        this.lines = lines;
        this.versions = versions;
        this.territory = territory;
    }

    /** @param stage of the expertise, 1 or 2 */
    public Evidence of(SampledSchool school, int stage) {
        SchoolYear year = years.get(school.schoolYearId());
        Result result = lines.of(year.id(), Stage.monitoring(stage));
        Map<Long, MeasureStanding> standings = result.rows().stream().collect(toMap(Row::measureId, Row::standing));
        Map<Long, ProgrammeMeasure> measures = programmes.measuresOf(year.id()).stream().collect(toMap(ProgrammeMeasure::id, measure -> measure));
        Map<Long, StoredDocument> files = files(year.id(), stage);
        List<Evidence.Item> items = lines.all(year.id(), Stage.monitoring(stage)).stream()
            .map(line -> item(line, measures, standings, files)).toList();
        Set<String> activated = territory.activatedRisks(List.of(year.schoolId()), year.year()).getOrDefault(year.schoolId(), Set.of());
        return new Evidence(year, territory.riskDirections().entrySet().stream().filter(one -> activated.contains(one.getKey())).map(Map.Entry::getValue).toList(),
            documents.of(year.id()).stream().filter(SchoolEvidence::isApproved).toList(), items, result);
    }

    private static Evidence.Item item(Line line, Map<Long, ProgrammeMeasure> measures, Map<Long, MeasureStanding> standings, Map<Long, StoredDocument> files) {
        Report report = line.earlier() == null ? line.report() : line.earlier();
        List<StoredDocument> sent = report == null ? List.of() : report.files().stream().map(files::get).filter(Objects::nonNull).toList();
        Long measure = line.item().measureId();
        return new Evidence.Item(line, measure == null ? null : measures.get(measure), measure == null ? null : standings.get(measure), sent);
    }

    /** A report keeps the files that it was sent with, also where the school has taken one out since; the second stage rests on the first. */
    private Map<Long, StoredDocument> files(long yearId, int stage) {
        Map<Long, StoredDocument> files = new HashMap<>();
        for (int number = 1; number <= stage; number++) {
            versions.versionsOf(MonitoringFiles.EVIDENCE, MonitoringFiles.evidenceId(yearId, Stage.monitoring(number))).stream()
                .map(Versions.Version::document).forEach(document -> files.put(document.id(), document));
        }
        return files;
    }

    private static boolean isApproved(ConceptDocument document) {
        return document.state() == State.APPROVED;
    }
}
