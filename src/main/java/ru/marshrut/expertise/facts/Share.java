package ru.marshrut.expertise.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Part of a whole. */
public record Share(long part, long whole) {

    /** Whether the exact share is at least this many percent: 24.99 % does not reach 25, and of nothing no share is reached. */
    public boolean reaches(int percent) {
        return whole > 0 && part * 100 >= percent * whole;
    }

    /** For people to read, cut to two places, so that it never shows a bound that was not reached; empty where the whole is 0. */
    public String percent() {
        return whole == 0 ? "" : BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(whole), 2, RoundingMode.DOWN)
            .stripTrailingZeros().toPlainString().replace('.', ',');
    }
}
