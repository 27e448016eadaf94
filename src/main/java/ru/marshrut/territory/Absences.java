package ru.marshrut.territory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Who is away, and who stands in for him. In these days, counted by the time of the person's region, the substitute has
 * the absent one's tasks, letters and rights, and on the day after everything is back. Whoever works nevertheless keeps
 * his rights; the substitute's own absence is not handed on: then the next holder of the role stands, or the one above.
 * Nothing that was told is changed, only added to.
 */
public interface Absences {

    /** Most days of one absence. */
    int LONGEST = 366;

    /**
     * A person will be away, from today on at the earliest. Throws {@link ru.marshrut.shared.Refusal} (fields
     * {@code firstDay}, {@code lastDay}, {@code substitute}) where the days cannot stand or {@link Substitution} finds
     * something in the way; publishes {@link AppointmentsChanged}.
     *
     * @return the absence's id
     */
    long enter(long personId, long substituteId, LocalDate firstDay, LocalDate lastDay, Absence.Kind kind);

    /**
     * The person is back earlier. Throws {@link ru.marshrut.shared.Refusal} (fields {@code lastDay}, {@code reason}) where
     * the day is not earlier, lies before yesterday or the reason is missing.
     */
    void endEarly(long absenceId, LocalDate lastDay, String reason);

    /** Takes back what has not begun before today. Throws {@link ru.marshrut.shared.Refusal} otherwise or without a reason. */
    void withdraw(long absenceId, String reason);

    /** Throws {@link java.util.NoSuchElementException} for an unknown id. */
    Absence absence(long id);

    /** Absences of a person, the latest first, withdrawn ones too. */
    List<Absence> of(long personId);

    /** Absences in which a person stands in for somebody, the latest first. */
    List<Absence> substitutedBy(long personId);

    /** Who of the people is away on a day, and in which absence. */
    Map<Long, Absence> onDay(Collection<Long> personIds, LocalDate day);

    /** What of a region's absences was entered, ended early or withdrawn in the span {@code (from, until]}. */
    List<Absence> changedIn(long regionId, Instant from, Instant until);
}
