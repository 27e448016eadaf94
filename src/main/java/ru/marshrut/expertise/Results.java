package ru.marshrut.expertise;

import java.util.List;
import ru.marshrut.access.Viewer;

/** The region's result: scored, released, locked. */
public interface Results {

    /** Points of the organisational part; empty until they are given. */
    List<Score> organisational(long expertiseId);

    /**
     * Gives the organisational part its points. Throws {@link ru.marshrut.shared.NotYours} for whoever does not coordinate
     * the region, {@link ru.marshrut.shared.Refusal} by the rules of the experts'
     * sheets, with the same fields, and once the result is released.
     *
     * @param sheet a mark for each organisational criterion; remarks are not made
     */
    void scoreOrganisation(long expertiseId, Viewer viewer, CheckSheet sheet);

    /**
     * The coordinator has looked at the result and lets it go out. Throws {@link ru.marshrut.shared.NotYours} and
     * {@link ru.marshrut.shared.Refusal} where points are missing.
     *
     * @param note may be empty
     */
    void approve(long expertiseId, Viewer viewer, String note);

    /** Tells schools, curators and the region; from now on they may appeal. A result that is released already stays as it is. */
    void release(long expertiseId);

    /** Nothing of it changes any more. */
    void lock(long expertiseId);
}
