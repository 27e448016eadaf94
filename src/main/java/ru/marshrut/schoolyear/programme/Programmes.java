package ru.marshrut.schoolyear.programme;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The programmes that schools have handed in. */
public interface Programmes {

    /** The measures of the last version that was handed in, in their order; empty where there is none. */
    List<ProgrammeMeasure> measuresOf(long yearId);

    /** The same for many years of schools at once; one without a programme is absent. */
    Map<Long, List<ProgrammeMeasure>> measuresOf(Collection<Long> yearIds);
}
