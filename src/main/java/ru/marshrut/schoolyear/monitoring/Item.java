package ru.marshrut.schoolyear.monitoring;

import java.time.LocalDate;
import ru.marshrut.schoolyear.programme.ProgrammeMeasure;

/**
 * What a school reports on: an activated direction, or a measure of its anti-risk programme.
 *
 * @param key       {@code risk-<direction>} or {@code measure-<id>}; the kind of its files too
 * @param measureId null for a direction
 * @param direction code, or null where the measure names none
 * @param task      what the measure serves; empty for a direction
 * @param indicator by which it is judged; empty for a direction
 * @param from      first day, or null
 * @param to        last day, or null
 */
public record Item(String key, Long measureId, String direction, String title, String task, String indicator, LocalDate from, LocalDate to) {

    private static final String RISK = "risk-";
    private static final String MEASURE = "measure-";

    static Item ofDirection(String code, String name) {
        return new Item(RISK + code, null, code, name, "", "", null, null);
    }

    static Item ofMeasure(ProgrammeMeasure measure) {
        return new Item(MEASURE + measure.id(), measure.id(), measure.direction(), measure.measure(), measure.task(), measure.indicator(),
            measure.from(), measure.due());
    }

    public boolean isMeasure() {
        return measureId != null;
    }
}
