package ru.marshrut.roadmap;

import java.util.List;

/** Work on a stage has begun for these schools; told by the module that runs it beside the schools' years, in that transaction. */
public record StageBegun(OutcomeKind outcome, int year, List<Long> schoolIds) {}
