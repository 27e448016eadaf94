package ru.marshrut.roadmap.figures;

import static java.util.stream.Collectors.toMap;

import java.text.Collator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.roadmap.Evidence;
import ru.marshrut.roadmap.Indicator;
import ru.marshrut.roadmap.IndicatorKind;
import ru.marshrut.roadmap.Indicators;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Population;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.roadmap.persistence.FigureRows;
import ru.marshrut.roadmap.persistence.FigureRows.Named;

@Service
@Transactional(readOnly = true)
class CountedIndicators implements Indicators {

    private final RoadMaps roadMaps;
    private final Situations situations;
    private final FigureRows rows;

    CountedIndicators(RoadMaps roadMaps, Situations situations, FigureRows rows) {
        this.roadMaps = roadMaps;
        this.situations = situations;
        this.rows = rows;
    }

    @Override
    public Map<Long, List<Figure>> figures(long roadMapId, LocalDate on, Instant knownAt) {
        RoadMap map = roadMaps.roadMap(roadMapId);
        List<Measure> measures = roadMaps.measures(roadMapId);
        Situation situation = situations.of(map, measures, measures, on, knownAt);
        Map<Long, List<Figure>> figures = new LinkedHashMap<>();
        measures.forEach(measure -> figures.put(measure.id(), measure.content().indicators().stream()
            .map(indicator -> Judgement.of(situation, measure, indicator, map.year())).toList()));
        return figures;
    }

    @Override
    public Names names(long measureId, int indicator, LocalDate on, Instant knownAt, int limit) {
        Asked asked = asked(measureId, indicator, on, knownAt);
        Map<Someone, LocalDate> judged = asked.situation().judged(asked.measure(), asked.indicator());
        List<Name> all = named(judged, asked.situation().measures());
        return new Names(all.stream().filter(name -> name.since() != null).limit(limit).toList(),
            all.stream().filter(name -> name.since() == null).limit(limit).toList());
    }

    @Override
    public List<Period> periods(long measureId, int indicator, LocalDate on, Instant knownAt) {
        Asked asked = asked(measureId, indicator, on, knownAt);
        return asked.indicator().kind() == IndicatorKind.RATE
            ? Judgement.periods(asked.situation(), asked.measure(), asked.indicator(), asked.year()) : List.of();
    }

    @Override
    public OutcomeKind counted(Measure measure, int indicator) {
        return Situation.counted(measure, measure.content().indicators().get(indicator));
    }

    private record Asked(Situation situation, Measure measure, Indicator indicator, int year) {}

    private Asked asked(long measureId, int indicator, LocalDate on, Instant knownAt) {
        Measure measure = roadMaps.measure(measureId);
        RoadMap map = roadMaps.roadMap(measure.roadMapId());
        List<Measure> all = measure.content().evidence() == Evidence.MEASURES
            || measure.content().indicators().get(indicator).populations().contains(Population.MEASURES)
            ? roadMaps.measures(map.id()) : List.of(measure);
        return new Asked(situations.of(map, all, List.of(measure), on, knownAt), measure, measure.content().indicators().get(indicator), map.year());
    }

    private List<Name> named(Map<Someone, LocalDate> judged, List<Measure> measures) {
        Map<Long, Named> schools = rows.schools(ids(judged, Someone::schoolId));
        Map<Long, Named> people = rows.people(ids(judged, Someone::personId));
        Map<Long, Named> municipalities = rows.municipalities(ids(judged, Someone::municipalityId));
        List<Name> names = new ArrayList<>();
        judged.forEach((someone, since) -> {
            Named school = someone.schoolId() == null ? null : schools.get(someone.schoolId());
            Named municipality = someone.municipalityId() == null ? null : municipalities.get(someone.municipalityId());
            String schoolName = school == null ? "" : school.name();
            String name = switch (someone.kind()) {
                case SCHOOL -> someone.fullName() == null ? schoolName : someone.fullName();
                case PERSON -> people.get(someone.personId()).name();
                case PAIR -> people.get(someone.personId()).name() + " — " + schoolName;
                case MUNICIPALITY -> municipality.name();
                case MEASURE -> titleOf(someone.measureId(), measures);
                case NAME -> someone.fullName();
            };
            String place = switch (someone.kind()) {
                case SCHOOL -> someone.fullName() == null ? school.place() : schoolName;
                case PERSON -> municipality == null ? schoolName : municipality.name();
                case PAIR -> school.place();
                case MUNICIPALITY -> municipality.place();
                case MEASURE, NAME -> "";
            };
            names.add(new Name(name, place, someone.schoolId(), someone.personId(), someone.municipalityId(), someone.measureId(), since));
        });
        Collator russian = Collator.getInstance(Locale.forLanguageTag("ru"));
        Map<Long, Integer> positions = measures.stream().collect(toMap(Measure::id, Measure::position));
        names.sort(Comparator.<Name, Integer>comparing(name -> positions.getOrDefault(name.measureId(), 0))
            .thenComparing(Name::place, russian).thenComparing(Name::name, russian));
        return names;
    }

    private static String titleOf(long measureId, List<Measure> measures) {
        return measures.stream().filter(one -> one.id() == measureId).findFirst().orElseThrow().content().numberedTitle();
    }

    private static List<Long> ids(Map<Someone, LocalDate> judged, Function<Someone, Long> id) {
        return judged.keySet().stream().map(id).filter(Objects::nonNull).distinct().toList();
    }
}
