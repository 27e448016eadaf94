package ru.marshrut.expertise.facts;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.expertise.Bands;
import ru.marshrut.expertise.Criterion;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.Fact;
import ru.marshrut.expertise.Part;
import ru.marshrut.expertise.Rubrics;
import ru.marshrut.expertise.SampledSchool;
import ru.marshrut.expertise.Suggestion;
import ru.marshrut.expertise.Suggestions;
import ru.marshrut.expertise.facts.StageFigures.Standing;
import ru.marshrut.schoolyear.CuratorFigures.Figures;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.monitoring.MeasureStanding;
import ru.marshrut.schoolyear.monitoring.MonitoringResults;
import ru.marshrut.schoolyear.monitoring.MonitoringResults.Result;

/** Points by the expertise's own decision tables; never more than the criterion's maximum. */
@Service
@Transactional(readOnly = true)
class CountedSuggestions implements Suggestions {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final Rubrics rubrics;
    private final Bands bands;
    private final MonitoringResults results;
    private final RegionFacts region;

    CountedSuggestions(Rubrics rubrics, Bands bands, MonitoringResults results, RegionFacts region) {
        this.rubrics = rubrics;
        this.bands = bands;
        this.results = results;
        this.region = region;
    }

    @Override
    public Map<Long, Suggestion> ofSchool(Expertise expertise, SampledSchool school) {
        Map<Long, Suggestion> suggestions = new LinkedHashMap<>();
        for (Criterion criterion : counted(expertise, Part.CONTENT)) {
            switch (criterion.facts()) {
                case PROGRAMME_SHARE -> suggestions.put(criterion.id(), programme(expertise, school, criterion));
                case STAGE_COMPLETED, CURATORS_WORK, INVOLVEMENT -> { } // of the region
            }
        }
        return suggestions;
    }

    @Override
    public Map<Long, Suggestion> ofRegion(Expertise expertise) {
        Map<Long, Suggestion> suggestions = new LinkedHashMap<>();
        for (Criterion criterion : counted(expertise, Part.ORGANISATIONAL)) {
            switch (criterion.facts()) {
                case STAGE_COMPLETED -> suggestions.put(criterion.id(), stage(expertise, criterion));
                case CURATORS_WORK -> suggestions.put(criterion.id(), curators(expertise, criterion));
                case INVOLVEMENT -> suggestions.put(criterion.id(), involvement(expertise, criterion));
                case PROGRAMME_SHARE -> { } // of a school
            }
        }
        return suggestions;
    }

    private List<Criterion> counted(Expertise expertise, Part part) {
        return rubrics.get(expertise.rubricId()).of(part).stream().filter(criterion -> criterion.facts() != null).toList();
    }

    private Suggestion programme(Expertise expertise, SampledSchool school, Criterion criterion) {
        Result result = results.of(school.schoolYearId(), Stage.monitoring(expertise.stage()));
        Told told = new Told("programme", "/expertises/" + expertise.id() + "/schools/" + school.id() + "/facts/" + criterion.code());
        if (result.planned() == 0) {
            told.say("none");
        } else {
            Share share = new Share(result.proven(), result.planned());
            told.say("share", result.planned(), result.proven(), share.percent());
            told.sayOf("unproven", result.rows().stream().filter(row -> row.standing() == MeasureStanding.UNPROVEN).count());
            told.sayOf("undecided", result.rows().stream().filter(row -> row.standing() == MeasureStanding.WAITING).count());
            told.sayOf("notDue", result.notDue());
        }
        told.say(result.completed() ? "completed" : "running", expertise.stage());
        return told.suggestion(bands.programmeShare(expertise.decisions(), result.proven(), result.planned()), criterion);
    }

    private Suggestion stage(Expertise expertise, Criterion criterion) {
        StageFigures figures = region.stage(expertise);
        Share share = figures.share();
        Told told = ofRegion("stage", expertise, criterion);
        if (share.whole() == 0) {
            told.say("none", day(figures.day()));
            return told.suggestion(0, criterion);
        }
        told.say("onTime", day(figures.day()), expertise.stage(), share.part(), share.whole(), share.percent());
        told.sayOf("late", figures.count(Standing.LATE));
        told.sayOf("missing", figures.count(Standing.MISSING));
        told.sayOf("notDue", figures.count(Standing.NOT_DUE));
        told.sayOf("departed", figures.departed().size());
        return told.suggestion(bands.stageCompleted(expertise.decisions(), (int) share.part(), (int) share.whole()), criterion);
    }

    private Suggestion curators(Expertise expertise, Criterion criterion) {
        Figures all = region.curatorsTogether(expertise);
        Share commented = new Share(all.commented().part(), all.commented().whole());
        Share held = new Share(all.visits().part(), all.visits().whole());
        Told told = ofRegion("curators", expertise, criterion);
        String day = day(region.day(expertise).day());
        if (commented.whole() == 0) {
            told.say("noDecisions", day);
        } else {
            told.say("commented", day, commented.part(), commented.whole(), commented.percent());
        }
        if (held.whole() == 0) {
            told.say("noVisits", day);
        } else {
            told.say("held", day, held.part(), held.whole(), held.percent());
        }
        return told.suggestion(bands.curatorsWork(expertise.decisions(), (int) commented.part(), (int) commented.whole(), (int) held.part(),
            (int) held.whole()), criterion);
    }

    private Suggestion involvement(Expertise expertise, Criterion criterion) {
        InvolvementFigures figures = region.involvement(expertise);
        Told told = ofRegion("involvement", expertise, criterion);
        told.say("shown", day(figures.day()), figures.shown(), figures.kinds().size());
        figures.kinds().forEach(kind -> {
            if (kind.share().whole() > 0) {
                told.say(kind.kind() + (kind.isShown() ? ".enough" : ".tooFew"), kind.share().part(), kind.share().whole(), kind.share().percent(),
                    kind.needed());
            }
        });
        return told.suggestion(bands.involvement(expertise.decisions(), figures.shown(), figures.kinds().size()), criterion);
    }

    private static Told ofRegion(String about, Expertise expertise, Criterion criterion) {
        return new Told(about, "/expertises/" + expertise.id() + "/facts/" + criterion.code());
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** Facts of one criterion, as they are found. */
    private record Told(String about, String path, List<Fact> facts) {

        Told(String about, String path) {
            this(about, path, new ArrayList<>());
        }

        void say(String what, Object... arguments) {
            facts.add(new Fact("expertise.facts." + about + "." + what, Arrays.stream(arguments).map(String::valueOf).toList(), path));
        }

        /** What there is none of is not worth a line. */
        void sayOf(String what, long count) {
            if (count > 0) {
                say(what, count);
            }
        }

        Suggestion suggestion(int points, Criterion criterion) {
            return new Suggestion(Math.min(points, criterion.maximum()), List.copyOf(facts));
        }
    }
}
