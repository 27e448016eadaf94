package ru.marshrut.schoolyear.profile;

import java.time.LocalDate;

/** The curator's first visit to a school, as the curator reported it. */
public record FirstVisit(LocalDate visitedOn, String participants, String report, long personId) {}
