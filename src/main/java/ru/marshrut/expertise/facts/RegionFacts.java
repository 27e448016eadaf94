package ru.marshrut.expertise.facts;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.SchoolOutcomes;
import ru.marshrut.roadmap.SchoolOutcomes.Left;
import ru.marshrut.schoolyear.CuratorFigures;
import ru.marshrut.schoolyear.RegionStages;
import ru.marshrut.schoolyear.RegionStages.SchoolInStage;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Territory;

/** What is counted of a region for the organisational part. Two statements for a criterion, four for the curators, however many schools. */
@Service
@Transactional(readOnly = true)
@EnableConfigurationProperties(InvolvementSettings.class)
public class RegionFacts {

    private static final List<OutcomeKind> INVOLVEMENT = Arrays.stream(InvolvementKind.values()).flatMap(kind -> kind.outcomes().stream()).toList();

    private final RegionStages stages;
    private final SchoolOutcomes outcomes;
    private final CuratorFigures curators;
    private final InvolvementSettings settings;
    private final Territory territory;
    private final Clock clock;

    RegionFacts(RegionStages stages, SchoolOutcomes outcomes, CuratorFigures curators, InvolvementSettings settings, Territory territory, Clock clock) {
        this.stages = stages;
        this.outcomes = outcomes;
        this.curators = curators;
        this.settings = settings;
        this.territory = territory;
        this.clock = clock;
    }

    public CountedDay day(Expertise expertise) {
        return CountedDay.of(expertise, territory.region(expertise.regionId()).zone(), clock);
    }

    public StageFigures stage(Expertise expertise) {
        CountedDay on = day(expertise);
        OutcomeKind completed = Stage.monitoring(expertise.stage()).outcome().orElseThrow();
        Map<Long, LocalDate> doneOn = outcomes.inRegion(expertise.regionId(), expertise.year(), List.of(completed), on.day(), on.knownAt())
            .stream().collect(toMap(Left::schoolId, Left::since));
        return StageFigures.of(on.day(), schools(expertise, on), doneOn);
    }

    public InvolvementFigures involvement(Expertise expertise) {
        CountedDay on = day(expertise);
        return InvolvementFigures.of(on.day(), schools(expertise, on),
            outcomes.inRegion(expertise.regionId(), expertise.year(), INVOLVEMENT, on.day(), on.knownAt()), settings);
    }

    /** All curators of the region together, and what happened in schools that had none. */
    public CuratorFigures.Figures curatorsTogether(Expertise expertise) {
        return curators.total(Place.region(expertise.regionId()), expertise.year(), day(expertise).day());
    }

    /** By name. */
    public List<CuratorFigures.Figures> curators(Expertise expertise) {
        return curators.within(Place.region(expertise.regionId()), expertise.year(), day(expertise).day());
    }

    /** What a curator's figures are made of, in the schools of the region. */
    public CuratorFigures.Rows ofCurator(Expertise expertise, long curatorId) {
        return curators.rows(curatorId, Place.region(expertise.regionId()), expertise.year(), day(expertise).day());
    }

    private List<SchoolInStage> schools(Expertise expertise, CountedDay on) {
        return stages.of(expertise.regionId(), expertise.year(), Stage.monitoring(expertise.stage()), on.day());
    }
}
