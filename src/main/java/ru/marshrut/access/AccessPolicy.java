package ru.marshrut.access;

import java.util.Optional;
import ru.marshrut.territory.Place;

/** Answers who may see and do what. Whatever is not allowed here is forbidden. */
public interface AccessPolicy {

    /**
     * Whether the viewer holds an appointment at the place or above it. An expert's does not count: he sees only what he
     * was given to score (DESIGN 10).
     */
    boolean maySee(Viewer viewer, Place place);

    /** Whether the viewer coordinates the place: municipal or regional coordinator, or administrator, at it or above it. */
    boolean mayCoordinate(Viewer viewer, Place place);

    /** For whom the viewer coordinates the place, being his substitute; empty where he coordinates it himself, or does not. */
    Optional<Long> coordinatesOnBehalfOf(Viewer viewer, Place place);

    /** For whom the viewer works at the place or above it, being his substitute; empty where an own appointment stands there, or none. */
    Optional<Long> worksOnBehalfOf(Viewer viewer, Place place);

    /** Asks the modules that speak for the type of resource; an unknown type is refused. */
    boolean mayRead(Viewer viewer, String resourceType, String id);

    /** Asks the modules that speak for the type of resource; an unknown type is refused. */
    boolean mayChange(Viewer viewer, String resourceType, String id);
}
