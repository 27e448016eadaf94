package ru.marshrut.roadmap.figures;

import java.time.LocalDate;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Outcomes.Member;

/**
 * A recorded outcome.
 *
 * @param schoolId  school that the member belongs to, or null
 * @param measureId measure that it belongs to, or null
 */
public record Fact(OutcomeKind kind, Member.Type type, long memberId, Long schoolId, Long measureId, LocalDate occurredOn, boolean counts) {}
