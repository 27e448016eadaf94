package ru.marshrut.roadmap.running;

import ru.marshrut.roadmap.MeasureContent;

/** What a measure asks for while its window is open. */
public enum Work {
    /** Somebody reports the result. */
    FACT,
    /** The organiser ticks who took part. */
    ATTENDANCE,
    /** Dated entries are kept. */
    LOG,
    /** Nothing of the coordinator: it is counted, and judged when the window ends. */
    COUNTED;

    /** Where nothing says what is to be counted, the result is asked for. */
    static Work of(MeasureContent content) {
        return switch (content.evidence()) {
            case FACT -> FACT;
            case ATTENDANCE -> ATTENDANCE;
            case LOG -> LOG;
            case STAGE, MEASURES, MAPS -> content.indicators().isEmpty() ? FACT : COUNTED;
        };
    }
}
