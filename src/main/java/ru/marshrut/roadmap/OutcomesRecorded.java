package ru.marshrut.roadmap;

import java.time.LocalDate;
import java.util.List;

/** Outcomes of schools were told; published in that transaction, also where they say nothing new. */
public record OutcomesRecorded(OutcomeKind outcome, int year, List<Long> schoolIds, LocalDate on, boolean counts) {}
