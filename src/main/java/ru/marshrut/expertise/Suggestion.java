package ru.marshrut.expertise;

import java.util.List;

/** Points that follow from the facts for one criterion. A decision against them needs a reason. */
public record Suggestion(int points, List<Fact> facts) {}
