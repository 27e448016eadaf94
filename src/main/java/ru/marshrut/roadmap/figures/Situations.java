package ru.marshrut.roadmap.figures;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Population;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.persistence.FigureRows;
import ru.marshrut.territory.Candidates;
import ru.marshrut.territory.Candidates.Candidate;
import ru.marshrut.territory.Participants;
import ru.marshrut.territory.Participants.Holder;
import ru.marshrut.territory.Populations;

/** Reads what the figures of a road map are counted from, in six statements, and one more where candidates count. */
@Component
class Situations {

    private final Populations populations;
    private final Candidates candidates;
    private final FigureRows rows;

    Situations(Populations populations, Candidates candidates, FigureRows rows) {
        this.populations = populations;
        this.candidates = candidates;
        this.rows = rows;
    }

    /** @param judged those whose indicators are asked for */
    Situation of(RoadMap map, List<Measure> measures, List<Measure> judged, LocalDate on, Instant knownAt) {
        Participants participants = populations.within(map.place(), map.year(), on, knownAt);
        Set<Long> measureIds = measures.stream().map(Measure::id).collect(toSet());
        List<Registered> registered = rows.registered(measureIds, knownAt);
        boolean ofCandidates = judged.stream().flatMap(measure -> measure.content().indicators().stream())
            .anyMatch(indicator -> indicator.populations().contains(Population.CANDIDATES));
        List<Candidate> applied = ofCandidates ? candidates.within(map.place(), map.year(), on, knownAt) : List.of();
        Set<OutcomeKind> kinds = EnumSet.noneOf(OutcomeKind.class);
        judged.forEach(measure -> measure.content().indicators().stream().map(indicator -> Situation.counted(measure, indicator))
            .filter(kind -> kind != null && !kind.belongsToAMeasure()).forEach(kinds::add));
        Set<Long> people = Stream.of(participants.holders().stream().map(Holder::personId), applied.stream().map(Candidate::personId),
            registered.stream().map(Registered::personId).filter(Objects::nonNull)).flatMap(ids -> ids).collect(toSet());
        Map<OutcomeKind, List<Fact>> facts = rows.facts(map.year(), kinds, participants.schoolIds(), people, participants.municipalities(), measureIds,
            on, knownAt).stream().collect(groupingBy(Fact::kind));
        return new Situation(on, measures, participants, facts, registered, applied, rows.logged(measureIds, on, knownAt),
            rows.approvedMaps(participants.municipalities(), map.year(), on, knownAt));
    }
}
