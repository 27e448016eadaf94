package ru.marshrut.schoolyear.curators;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.calendar.WorkingDays;
import ru.marshrut.schoolyear.CuratorFigures;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.persistence.CuratorFigureRows;
import ru.marshrut.schoolyear.persistence.CuratorFigureRows.Counts;
import ru.marshrut.schoolyear.persistence.CuratorFigureRows.Span;
import ru.marshrut.territory.Place;

@Service
@Transactional(readOnly = true)
class CountedFigures implements CuratorFigures {

    private final CuratorFigureRows rows;
    private final WorkingDays workingDays;

    CountedFigures(CuratorFigureRows rows, WorkingDays workingDays) {
        this.rows = rows;
        this.workingDays = workingDays;
    }

    @Override
    public List<Figures> within(Place place, int year, LocalDate on) {
        Map<Long, List<Span>> spans = rows.spans(place, year, on).stream().filter(span -> span.personId() != null).collect(groupingBy(Span::personId));
        return rows.counts(place, year, on).stream().filter(counts -> counts.personId() != null)
            .map(counts -> figures(counts.personId(), counts.name(), counts.schools(), List.of(counts), spans.getOrDefault(counts.personId(), List.of())))
            .toList();
    }

    @Override
    public Figures total(Place place, int year, LocalDate on) {
        return figures(null, null, rows.schools(place, year, on), rows.counts(place, year, on), rows.spans(place, year, on));
    }

    @Override
    public Figures of(long curatorId, Place place, int year, LocalDate on) {
        return within(place, year, on).stream().filter(figures -> figures.curatorId() == curatorId).findFirst()
            .orElseGet(() -> figures(curatorId, null, 0, List.of(), List.of()));
    }

    @Override
    public Rows rows(long curatorId, Place place, int year, LocalDate on) {
        return new Rows(
            rows.decisions(curatorId, place, year, on).stream().map(row -> new Decided(row.yearId(), row.schoolId(), Stage.valueOf(row.stage()),
                row.subject(), row.accepted(), row.comment(), row.askedOn(), row.decidedOn(), days(row.askedOn(), row.decidedOn()))).toList(),
            rows.visits(curatorId, place, year, on).stream()
                .map(row -> new Visited(row.yearId(), row.schoolId(), row.plannedOn(), row.day(), row.heldOn())).toList(),
            rows.asked(curatorId, place, year, on).stream().map(row -> new Asked(row.yearId(), row.schoolId(), row.number(), row.askedOn(),
                row.answeredOn(), days(row.askedOn(), Objects.requireNonNullElse(row.answeredOn(), on)))).toList());
    }

    private Figures figures(Long curatorId, String name, int schools, List<Counts> counts, List<Span> spans) {
        return new Figures(curatorId, name, schools,
            new Share(counts.stream().mapToInt(Counts::commented).sum(), counts.stream().mapToInt(Counts::decisions).sum()),
            new Share(counts.stream().mapToInt(Counts::held).sum(), counts.stream().mapToInt(Counts::planned).sum()),
            spans.stream().mapToInt(Span::times).sum(), median(spans), counts.stream().mapToInt(Counts::unanswered).sum());
    }

    /** Half of an even count lies between two answers: the mean of both. */
    private OptionalDouble median(List<Span> spans) {
        TreeMap<Integer, Integer> byDays = new TreeMap<>();
        spans.forEach(span -> byDays.merge(days(span.askedOn(), span.answeredOn()), span.times(), Integer::sum));
        int count = spans.stream().mapToInt(Span::times).sum();
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of((at(byDays, (count - 1) / 2) + at(byDays, count / 2)) / 2.0);
    }

    private static int at(TreeMap<Integer, Integer> byDays, int position) {
        int passed = 0;
        for (Map.Entry<Integer, Integer> entry : byDays.entrySet()) {
            passed += entry.getValue();
            if (passed > position) {
                return entry.getKey();
            }
        }
        throw new IllegalArgumentException("position " + position + " of " + passed);
    }

    /** Working days after the day of asking up to that of the answer. */
    private int days(LocalDate asked, LocalDate answered) {
        return workingDays.between(asked.plusDays(1), answered);
    }
}
