package ru.marshrut.expertise.federal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.expertise.Checks;
import ru.marshrut.expertise.Criterion;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.Expertises;
import ru.marshrut.expertise.Part;
import ru.marshrut.expertise.Results;
import ru.marshrut.expertise.Rubric;
import ru.marshrut.expertise.Rubrics;
import ru.marshrut.expertise.SampledSchool;
import ru.marshrut.expertise.Samples;
import ru.marshrut.expertise.SchoolScore;

/**
 * Puts federal results beside the region's own check. Criteria are matched by their codes, which stay the same from one version of
 * a rubric to the next; numbers are never rescaled.
 */
@Service
@Transactional(readOnly = true)
public class FederalComparison {

    private final FederalResults federal;
    private final Expertises expertises;
    private final Rubrics rubrics;
    private final Samples samples;
    private final Checks checks;
    private final Results results;

    FederalComparison(FederalResults federal, Expertises expertises, Rubrics rubrics, Samples samples, Checks checks, Results results) {
        this.federal = federal;
        this.expertises = expertises;
        this.rubrics = rubrics;
        this.samples = samples;
        this.checks = checks;
        this.results = results;
    }

    /** Criteria of the rubric by which federal results are entered, then those that only the own check knows. */
    public List<Compared> of(FederalKey key) {
        Map<Long, FederalResult> said = federal.valid(key).stream().collect(toMap(FederalResult::criterionId, result -> result));
        Optional<Expertise> own = expertises.of(key.regionId(), key.year(), key.stage());
        Map<String, Criterion> ownCriteria = own.map(expertise -> byCode(rubrics.get(expertise.rubricId()))).orElse(Map.of());
        Map<Long, Compared.Own> ownPoints = own.map(expertise -> points(expertise, ownCriteria.values())).orElse(Map.of());
        Rubric rubric = federal.rubric(key);
        List<Compared> compared = new ArrayList<>();
        rubric.criteria().forEach(criterion -> {
            Criterion same = ownCriteria.get(criterion.code());
            compared.add(new Compared(criterion, said.get(criterion.id()), same == null ? null : ownPoints.get(same.id())));
        });
        Map<String, Criterion> known = byCode(rubric);
        ownCriteria.values().stream().filter(criterion -> !known.containsKey(criterion.code()))
            .sorted(Comparator.comparing(Criterion::id))
            .forEach(criterion -> compared.add(new Compared(criterion, null, ownPoints.get(criterion.id()))));
        return compared;
    }

    private Map<Long, Compared.Own> points(Expertise expertise, Collection<Criterion> criteria) {
        List<Long> sample = samples.of(expertise.id()).stream().map(SampledSchool::id).toList();
        Map<Long, List<Integer>> ofSchools = checks.scoresOf(sample).values().stream().flatMap(List::stream)
            .collect(groupingBy(SchoolScore::criterionId, mapping(SchoolScore::points, toList())));
        Map<Long, Integer> ofRegion = results.organisational(expertise.id()).stream().collect(toMap(score -> score.criterionId(), score -> score.points()));
        Map<Long, Compared.Own> points = new HashMap<>();
        for (Criterion criterion : criteria) {
            if (criterion.part() == Part.CONTENT && ofSchools.containsKey(criterion.id())) {
                points.put(criterion.id(), Compared.Own.mean(ofSchools.get(criterion.id()), criterion.maximum(), sample.size()));
            } else if (criterion.part() == Part.ORGANISATIONAL && ofRegion.containsKey(criterion.id())) {
                points.put(criterion.id(), Compared.Own.organisational(ofRegion.get(criterion.id()), criterion.maximum()));
            }
        }
        return points;
    }

    private static Map<String, Criterion> byCode(Rubric rubric) {
        return rubric.criteria().stream().collect(toMap(Criterion::code, criterion -> criterion));
    }
}
