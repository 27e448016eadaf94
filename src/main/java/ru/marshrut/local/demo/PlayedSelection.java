package ru.marshrut.local.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import ru.marshrut.local.Words;
import ru.marshrut.local.demo.MadeTerritory.Made;
import ru.marshrut.schoolyear.YearStarts;
import ru.marshrut.territory.Candidates;
import ru.marshrut.territory.Participations;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Selection;
import ru.marshrut.territory.Selection.State;
import ru.marshrut.territory.Staff;

/** How the demo's region finds its schools and their curators, and whom it lets go later (seed 003, rows 2, 4, 7 and 8). */
@Component
@Profile("local")
class PlayedSelection {

    private static final int YEAR = 2022;

    private final Selection selection;
    private final Candidates candidates;
    private final YearStarts starts;
    private final Staff staff;
    private final Actors actors;

    PlayedSelection(Selection selection, Candidates candidates, YearStarts starts, Staff staff, Actors actors) {
        this.selection = selection;
        this.candidates = candidates;
        this.starts = starts;
        this.staff = staff;
        this.actors = actors;
    }

    void propose(Made made, List<Long> schools) {
        step(made, schools, State.PROPOSED, "");
        step(made, made.candidates().keySet(), Candidates.State.APPLIED, "");
    }

    void survey(Made made, List<Long> schools) {
        step(made, schools, State.SURVEYED, "");
        step(made, made.candidates().keySet(), Candidates.State.SURVEYED, "");
    }

    /** @param reserve the school that is not selected at first */
    void select(Made made, List<Long> schools, long reserve) {
        step(made, List.of(reserve), State.REJECTED, words("reserve"));
        step(made, schools.stream().filter(school -> school != reserve).toList(), State.SELECTED, words("order"));
        for (Map.Entry<Long, List<Long>> candidate : made.candidates().entrySet()) {
            boolean chosen = !candidate.getValue().isEmpty();
            step(made, Set.of(candidate.getKey()), chosen ? Candidates.State.SELECTED : Candidates.State.REJECTED, chosen ? "" : words("notSelected"));
        }
    }

    /** The curators are appointed by order, and the years of the selected schools begin. */
    void begin(Made made) {
        Place region = region(made);
        asRegion(made, () -> made.candidates().forEach((person, schools) -> {
            if (!schools.isEmpty()) {
                candidates.appoint(region.id(), YEAR, person, schools, LocalDate.of(YEAR, 2, 1), words("curators"));
            }
        }));
        actors.as(coordinator(made), viewer -> starts.start(viewer, region, YEAR));
    }

    void letGo(Made made, long school) {
        step(made, List.of(school), State.LEFT, words("left"));
    }

    void joinLate(Made made, long school, long curator) {
        actors.as(coordinator(made), viewer -> {
            starts.joinLate(viewer, school, YEAR, words("lateOrder"));
            candidates.appoint(region(made).id(), YEAR, curator, List.of(school), actors.today(), words("lateCurator"));
        });
    }

    void curatorLeaves(Made made, long school) {
        asRegion(made, () -> staff.historyOf(Place.school(school)).stream().filter(held -> held.role() == Role.CURATOR)
            .forEach(held -> staff.end(held.id(), actors.today(), words("curatorLeft"))));
    }

    private void step(Made made, List<Long> schools, State to, String words) {
        asRegion(made, () -> selection.carryOut(region(made).id(), schools,
            new Selection.Step(Participations.PROGRAMME, YEAR, to, actors.today(), words)));
    }

    private void step(Made made, Set<Long> people, Candidates.State to, String words) {
        asRegion(made, () -> candidates.step(region(made).id(), YEAR, people, to, actors.today(), words));
    }

    private void asRegion(Made made, Runnable action) {
        actors.as(coordinator(made), viewer -> action.run());
    }

    private static long coordinator(Made made) {
        return made.people().get("region@demo.example");
    }

    private static Place region(Made made) {
        return Place.region(made.regions().get(Words.of("local.demo.districtsRegion", Map.of())));
    }

    private static String words(String key) {
        return Words.of("local.demo.selection." + key, Map.of());
    }
}
