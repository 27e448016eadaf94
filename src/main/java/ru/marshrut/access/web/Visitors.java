package ru.marshrut.access.web;

import org.springframework.stereotype.Component;
import ru.marshrut.access.EngineIdentities;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;

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
        return new Visitor(viewer.fullName(),
            groups.contains(EngineIdentities.REGIONAL) || groups.contains(EngineIdentities.ADMINISTRATORS));
    }

    /** @param seesProcesses whether the link to the diagrams of running processes is shown */
    public record Visitor(String fullName, boolean seesProcesses) {}
}
