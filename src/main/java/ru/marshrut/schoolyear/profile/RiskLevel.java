package ru.marshrut.schoolyear.profile;

/** How high a risk is by the federal method. Words for users: {@code schoolyear.level.<name>}. */
public enum RiskLevel {
    /** The method gave no level. */
    UNKNOWN,
    LOW,
    MEDIUM,
    HIGH
}
