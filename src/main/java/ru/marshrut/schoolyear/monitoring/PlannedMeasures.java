package ru.marshrut.schoolyear.monitoring;

import java.util.List;

/** The measures of a school's anti-risk programme as it now is, in its order; empty where there is none. */
interface PlannedMeasures {

    List<PlannedMeasure> of(long yearId);
}
