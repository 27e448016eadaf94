package ru.marshrut.access.web;

import org.springframework.stereotype.Component;
import ru.marshrut.access.EngineIdentities;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Role;

/** Who is looking, for the frame of the pages ({@code layout.html}). */
@Component("visitors")
class Visitors {

    private final Viewers viewers;

    Visitors(Viewers viewers) {
        this.viewers = viewers;
    }

    /** Null when nobody has signed in. */
    public Visitor current() {
        return SessionViewers.signedIn().map(person -> visitor(viewers.of(person.personId()))).orElse(null);
    }

    private static Visitor visitor(Viewer viewer) {
        var groups = EngineIdentities.groupsOf(viewer.appointments());
        boolean above = viewer.appointments().stream().anyMatch(held -> held.role() != Role.EXPERT && held.place().level() != Level.SCHOOL);
        boolean looksAfter = above || viewer.holds(Role.CURATOR);
        return new Visitor(viewer.fullName(), looksAfter, !looksAfter && (viewer.holds(Role.SCHOOL_COORDINATOR) || viewer.holds(Role.PRINCIPAL)), above,
            groups.contains(EngineIdentities.REGIONAL) || groups.contains(EngineIdentities.ADMINISTRATORS), viewer.holds(Role.EXPERT));
    }

    /**
     * Which links are shown.
     *
     * @param looksAfter    to the schools that he curates, coordinates or observes
     * @param worksInSchool to his own school
     * @param seesProgramme to the figures of his territory
     * @param seesProcesses to the diagrams of running processes
     * @param checksSchools to the checks that he was given as an expert
     */
    public record Visitor(String fullName, boolean looksAfter, boolean worksInSchool, boolean seesProgramme, boolean seesProcesses,
                          boolean checksSchools) {}
}
