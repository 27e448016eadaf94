package ru.marshrut.expertise.facts;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import ru.marshrut.roadmap.SchoolOutcomes.Left;
import ru.marshrut.schoolyear.RegionStages.SchoolInStage;

/**
 * «Вовлеченность ОО региона» (seed 001), of the schools that take part on the day.
 *
 * @param kinds one for each, in their order
 */
public record InvolvementFigures(LocalDate day, List<Kind> kinds) {

    /** @param needed percent of the schools, from which on it counts as shown */
    public record Kind(InvolvementKind kind, int needed, List<Line> lines) {

        public Share share() {
            return new Share(counted().size(), lines.size());
        }

        public boolean isShown() {
            return share().reaches(needed);
        }

        public List<Line> counted() {
            return lines.stream().filter(line -> line.since() != null).toList();
        }

        public List<Line> missing() {
            return lines.stream().filter(line -> line.since() == null).toList();
        }
    }

    /**
     * @param since    the first day on which it showed it, or null
     * @param measures of the road maps at which it did
     */
    public record Line(SchoolInStage school, LocalDate since, List<Long> measures) {}

    static InvolvementFigures of(LocalDate day, List<SchoolInStage> schools, List<Left> outcomes, InvolvementSettings settings) {
        List<SchoolInStage> here = schools.stream().filter(SchoolInStage::takesPart).toList();
        return new InvolvementFigures(day, Arrays.stream(InvolvementKind.values()).map(kind -> {
            Map<Long, List<Left>> left = outcomes.stream().filter(one -> kind.outcomes().contains(one.kind())).collect(groupingBy(Left::schoolId));
            return new Kind(kind, settings.needed(kind),
                here.stream().map(school -> line(school, left.getOrDefault(school.schoolId(), List.of()))).toList());
        }).toList());
    }

    private static Line line(SchoolInStage school, List<Left> left) {
        return new Line(school, left.stream().map(Left::since).min(Comparator.naturalOrder()).orElse(null),
            left.stream().flatMap(one -> one.measures().stream()).distinct().sorted().toList());
    }

    public int shown() {
        return (int) kinds.stream().filter(Kind::isShown).count();
    }

    public Kind of(InvolvementKind kind) {
        return kinds.get(kind.ordinal());
    }
}
