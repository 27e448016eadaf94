package ru.marshrut.roadmap;

/** What an indicator measures; words for users: {@code roadmap.kind.<name>}. */
public enum IndicatorKind {
    /** Per cent of a population, 0–100. */
    SHARE,
    /** A number. */
    COUNT,
    /** A number in each day, week, month or quarter. */
    RATE,
    /** Has happened, or not yet. */
    FACT
}
