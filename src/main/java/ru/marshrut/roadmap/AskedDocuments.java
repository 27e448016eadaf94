package ru.marshrut.roadmap;

import java.util.Collection;
import java.util.Set;

/** The documents that measures ask of schools themselves, as long as no stage of a school's year does. */
public interface AskedDocuments {

    /** From now on the years of these schools run the stages: what measures still ask of them for the outcomes is withdrawn. */
    void takenOver(Collection<Long> schoolIds, int year, Set<OutcomeKind> outcomes);
}
