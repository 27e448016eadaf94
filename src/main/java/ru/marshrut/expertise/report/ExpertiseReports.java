package ru.marshrut.expertise.report;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.Expertises;
import ru.marshrut.expertise.report.ExpertiseReport.ComparedLine;
import ru.marshrut.expertise.report.ExpertiseReport.Comparison;
import ru.marshrut.expertise.report.ExpertiseReport.Frequency;
import ru.marshrut.expertise.report.ExpertiseReport.RiskLine;
import ru.marshrut.expertise.result.RegionalResult;
import ru.marshrut.expertise.result.ResultReading;
import ru.marshrut.expertise.result.SchoolPoints;
import ru.marshrut.expertise.result.SchoolRemark;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.monitoring.MonitoringResults;
import ru.marshrut.territory.Region;
import ru.marshrut.territory.Territory;

/** Puts the reports together. Access is the caller's business. */
@Service
@Transactional(readOnly = true)
public class ExpertiseReports {

    private static final Comparator<RiskLine> BY_RISK = Comparator.comparing((RiskLine line) -> -line.directions().size())
        .thenComparing(line -> line.school().total(), Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(line -> line.school().name());

    private final Expertises expertises;
    private final ResultReading reading;
    private final MonitoringResults monitoring;
    private final Territory territory;
    private final Clock clock;

    ExpertiseReports(Expertises expertises, ResultReading reading, MonitoringResults monitoring, Territory territory, Clock clock) {
        this.expertises = expertises;
        this.reading = reading;
        this.monitoring = monitoring;
        this.territory = territory;
        this.clock = clock;
    }

    public ExpertiseReport of(long expertiseId) {
        RegionalResult result = reading.ofRegion(expertiseId);
        Expertise expertise = result.expertise();
        Region region = territory.region(expertise.regionId());
        List<Comparison> comparisons = Stream.of(expertises.of(region.id(), expertise.year(), 3 - expertise.stage()),
                expertises.of(region.id(), expertise.year() - 1, expertise.stage()))
            .flatMap(Optional::stream).map(other -> comparison(result, reading.ofRegion(other.id()))).toList();
        return new ExpertiseReport(result, region.name(), region.zone(), clock.instant(), frequencies(reading.remarks(result)), comparisons, risks(result));
    }

    private static Comparison comparison(RegionalResult now, RegionalResult other) {
        List<ComparedLine> lines = new ArrayList<>();
        now.content().forEach(criterion -> other.content().stream().filter(one -> one.code().equals(criterion.code())).findFirst()
            .ifPresent(before -> lines.add(ExpertiseReport.compared(now, criterion, other, before))));
        return new Comparison(other, lines);
    }

    /** Remarks of the catalogue by their entry, others by their words. */
    static List<Frequency> frequencies(List<SchoolRemark> remarks) {
        return remarks.stream().collect(Collectors.groupingBy(remark -> remark.typicalId() == null ? (Object) remark.text().strip() : remark.typicalId()))
            .values().stream().map(same -> new Frequency(same.get(0).text(), same.get(0).typicalId() != null,
                (int) same.stream().map(SchoolRemark::sampledSchoolId).distinct().count()))
            .sorted(Comparator.comparingInt(Frequency::schools).reversed().thenComparing(Frequency::text)).toList();
    }

    private List<RiskLine> risks(RegionalResult result) {
        Expertise expertise = result.expertise();
        Map<String, String> directions = territory.riskDirections();
        Map<Long, Set<String>> activated = territory.activatedRisks(result.sample().stream().map(SchoolPoints::schoolId).toList(), expertise.year());
        return result.sample().stream().map(school -> {
            MonitoringResults.Result shown = monitoring.of(school.schoolYearId(), Stage.monitoring(expertise.stage()));
            Set<String> codes = activated.getOrDefault(school.schoolId(), Set.of());
            return new RiskLine(school, directions.entrySet().stream().filter(direction -> codes.contains(direction.getKey()))
                .map(Map.Entry::getValue).toList(), shown.proven(), shown.planned());
        }).sorted(BY_RISK).toList();
    }
}
