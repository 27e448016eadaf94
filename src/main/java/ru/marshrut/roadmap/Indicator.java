package ru.marshrut.roadmap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import ru.marshrut.calendar.Recurrence;

/**
 * A target for a population.
 *
 * @param populations of which it is counted, together («кураторов и директоров»); empty for a fact
 * @param target      per cent for a share, a number for a count or a rate, null for a fact
 * @param per         period of a rate, else null
 * @param outcome     what is counted, or null where that is not known yet
 * @param asOf        the day on which it is judged where the text names one, else null
 * @param words       of the text that it was read from
 */
public record Indicator(IndicatorKind kind, List<Population> populations, BigDecimal target, Recurrence.Kind per, OutcomeKind outcome,
                        LocalDate asOf, String words) {

    public Indicator {
        populations = List.copyOf(populations);
    }
}
