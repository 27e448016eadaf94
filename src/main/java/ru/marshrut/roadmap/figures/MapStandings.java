package ru.marshrut.roadmap.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.calendar.Window;
import ru.marshrut.roadmap.Indicators.Figure;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.roadmap.figures.MapStanding.MeasureStanding;

/** Where a road map stands on any day. */
@Service
@Transactional(readOnly = true)
public class MapStandings {

    private final RoadMaps roadMaps;
    private final Situations situations;

    MapStandings(RoadMaps roadMaps, Situations situations) {
        this.roadMaps = roadMaps;
        this.situations = situations;
    }

    /** A fixed number of statements, however many measures. */
    public MapStanding of(RoadMap map, LocalDate on, Instant knownAt) {
        List<Measure> measures = roadMaps.measures(map.id());
        Situation situation = situations.of(map, measures, measures, on, knownAt);
        return new MapStanding(map, on, knownAt, measures.stream().map(measure -> standing(situation, measure, map.year())).toList(),
            situation.participants().assumed());
    }

    static MeasureStanding standing(Situation situation, Measure measure, int year) {
        LocalDate done = situation.doneOn(measure);
        Measure.State state = state(situation, measure, done);
        LocalDate lastDay = measure.lastDay();
        boolean open = state == Measure.State.WAITING || state == Measure.State.RUNNING;
        List<Figure> figures = measure.content().indicators().stream().map(indicator -> Judgement.of(situation, measure, indicator, year)).toList();
        return new MeasureStanding(measure, state, open ? null : done == null ? measure.endedOn() : done, lastDay,
            open && lastDay != null && lastDay.isBefore(situation.on()), figures);
    }

    private static Measure.State state(Situation situation, Measure measure, LocalDate done) {
        boolean ended = measure.endedOn() != null && !measure.endedOn().isAfter(situation.on());
        if (ended && (measure.state() == Measure.State.REMOVED || measure.state() == Measure.State.NOT_DONE)) {
            return measure.state();
        }
        if (done != null) {
            return Measure.State.DONE;
        }
        LocalDate begins = measure.content().windows().stream().map(Window::start).filter(Objects::nonNull).min(LocalDate::compareTo).orElse(LocalDate.MIN);
        return begins.isAfter(situation.on()) ? Measure.State.WAITING : Measure.State.RUNNING;
    }
}
