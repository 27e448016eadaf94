package ru.marshrut.expertise.result;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ru.marshrut.expertise.Criterion;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.Part;
import ru.marshrut.expertise.Rubric;
import ru.marshrut.expertise.Score;

/**
 * Both parts of a region's result. The content part is the mean of the schools whose score is settled, per criterion and in total;
 * the organisational part is a sum. Neither is rescaled to the maximum that the source declares (DESIGN 7).
 *
 * @param schools             of the sample, excluded ones too, by municipality and name
 * @param organisational      points given; empty until they are
 * @param organisationalTotal null until they are given
 */
public record RegionalResult(Expertise expertise, Rubric rubric, List<SchoolPoints> schools, List<Score> organisational,
                             Integer organisationalTotal) {

    public List<SchoolPoints> sample() {
        return schools.stream().filter(SchoolPoints::isIn).toList();
    }

    public List<SchoolPoints> settled() {
        return schools.stream().filter(SchoolPoints::isSettled).toList();
    }

    /** Schools of the sample that have no settled score. */
    public List<SchoolPoints> unsettled() {
        return schools.stream().filter(school -> school.isIn() && !school.isSettled()).toList();
    }

    public List<SchoolPoints> excluded() {
        return schools.stream().filter(school -> !school.isIn()).toList();
    }

    public List<Criterion> content() {
        return rubric.of(Part.CONTENT);
    }

    /** Of the content part; empty where no school's score is settled. */
    public Optional<Mean> mean(Criterion criterion) {
        return Mean.of(settled().stream().map(school -> school.points(criterion)).filter(Objects::nonNull).toList());
    }

    /** The whole content part. */
    public Optional<Mean> mean() {
        return Mean.of(settled().stream().map(SchoolPoints::total).toList());
    }

    /** Of the organisational part. */
    public Optional<Score> score(Criterion criterion) {
        return organisational.stream().filter(score -> score.criterionId() == criterion.id()).findFirst();
    }

    /** How many schools have how many points for a criterion, from 0 to its maximum. */
    public SortedMap<Integer, Integer> distribution(Criterion criterion) {
        return distribution(settled().stream().map(school -> school.points(criterion)).filter(Objects::nonNull).toList(),
            criterion.maximum());
    }

    /** How many schools have how many points together, from 0 to what the criteria add up to. */
    public SortedMap<Integer, Integer> distribution() {
        return distribution(settled().stream().map(SchoolPoints::total).toList(), rubric.itemised(Part.CONTENT));
    }

    private static SortedMap<Integer, Integer> distribution(List<Integer> points, int maximum) {
        Map<Integer, Long> counted = points.stream().collect(Collectors.groupingBy(point -> point, Collectors.counting()));
        SortedMap<Integer, Integer> all = new TreeMap<>();
        IntStream.rangeClosed(0, maximum).forEach(point -> all.put(point, counted.getOrDefault(point, 0L).intValue()));
        return all;
    }
}
