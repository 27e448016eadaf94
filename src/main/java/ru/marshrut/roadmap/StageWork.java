package ru.marshrut.roadmap;

import java.util.Collection;
import java.util.Set;

/** Implemented by the module that runs the stages of a school's year: of its schools a road map asks no documents itself. */
public interface StageWork {

    /** Schools among these whose year runs the stage that leaves the outcome. */
    Set<Long> runs(OutcomeKind outcome, int year, Collection<Long> schoolIds);
}
