package ru.marshrut.expertise.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ru.marshrut.expertise.Criterion;
import ru.marshrut.expertise.result.Mean;
import ru.marshrut.expertise.result.RegionalResult;
import ru.marshrut.expertise.result.SchoolPoints;

/**
 * A report on an expertise as it stands, finished or running.
 *
 * @param remarks     the most frequent first
 * @param comparisons with the other stage of the year and with the same stage of the year before, where there are such expertises
 * @param risks       schools of the sample, those with the most activated directions and the fewest points first
 */
public record ExpertiseReport(RegionalResult result, String region, ZoneId zone, Instant preparedAt, List<Frequency> remarks,
                              List<Comparison> comparisons, List<RiskLine> risks) {

    /**
     * How often a remark was made.
     *
     * @param typical of the catalogue, else in own words
     * @param schools that have it, each counted once
     */
    public record Frequency(String text, boolean typical, int schools) {}

    /** @param other the result that this one is compared with */
    public record Comparison(RegionalResult other, List<ComparedLine> lines) {}

    /**
     * A criterion that both rubrics have, by its code.
     *
     * @param difference of the means; null where one is missing or the maxima differ, since points of different scales do not compare
     */
    public record ComparedLine(Criterion criterion, Mean now, Criterion otherCriterion, Mean other, String difference) {}

    /**
     * @param directions activated, in words
     * @param proven     measures of the programme done and proven, of {@code planned}; both 0 where the school has no programme
     */
    public record RiskLine(SchoolPoints school, List<String> directions, long proven, int planned) {}

    /** Means of the schools whose score is settled, by municipality. */
    public Map<String, Mean> municipalities() {
        Map<String, Mean> means = new TreeMap<>();
        result.settled().stream().collect(Collectors.groupingBy(SchoolPoints::municipality))
            .forEach((name, schools) -> means.put(name, Mean.of(schools.stream().map(SchoolPoints::total).toList()).orElseThrow()));
        return means;
    }

    static ComparedLine compared(RegionalResult now, Criterion criterion, RegionalResult before, Criterion other) {
        Optional<Mean> mean = now.mean(criterion);
        Optional<Mean> earlier = before.mean(other);
        String difference = mean.isPresent() && earlier.isPresent() && criterion.maximum() == other.maximum()
            ? mean.get().since(earlier.get()) : null;
        return new ComparedLine(criterion, mean.orElse(null), other, earlier.orElse(null), difference);
    }
}
