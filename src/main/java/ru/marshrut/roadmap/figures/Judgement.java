package ru.marshrut.roadmap.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ru.marshrut.calendar.Recurrence;
import ru.marshrut.roadmap.Indicator;
import ru.marshrut.roadmap.Indicators.Figure;
import ru.marshrut.roadmap.Indicators.Period;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Population;

/** Holds the facts of a situation against the target of an indicator. */
final class Judgement {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Judgement() {}

    static Figure of(Situation situation, Measure measure, Indicator indicator, int year) {
        return switch (indicator.kind()) {
            case SHARE -> share(situation, measure, indicator);
            case COUNT -> count(situation, measure, indicator);
            case RATE -> rate(periods(situation, measure, indicator, year), indicator);
            case FACT -> fact(situation, measure, indicator);
        };
    }

    static List<Period> periods(Situation situation, Measure measure, Indicator indicator, int year) {
        Recurrence recurrence = measure.content().recurrence();
        Recurrence.Kind per = indicator.per() != null ? indicator.per() : recurrence == null ? Recurrence.Kind.WEEKLY : recurrence.kind();
        int required = indicator.target() == null ? 1 : indicator.target().setScale(0, RoundingMode.CEILING).intValue();
        return Periods.of(measure.content().windows(), per, year, situation.judgedOn(indicator), logged(situation, measure), required);
    }

    private static List<LocalDate> logged(Situation situation, Measure measure) {
        return situation.log().getOrDefault(measure.id(), List.of());
    }

    /** The target is held against the exact share; what is shown is rounded down, so that nobody reads 100 where one is missing. */
    private static Figure share(Situation situation, Measure measure, Indicator indicator) {
        Map<Someone, LocalDate> judged = situation.judged(measure, indicator);
        int of = judged.size();
        int counted = counting(judged);
        boolean known = of > 0 && Situation.counted(measure, indicator) != null;
        BigDecimal fact = known ? percent(counted, of) : null;
        boolean reached = known && BigDecimal.valueOf(counted).multiply(HUNDRED).compareTo(targetOr(indicator, HUNDRED).multiply(BigDecimal.valueOf(of))) >= 0;
        return new Figure(indicator, fact, counted, of, reached);
    }

    private static Figure count(Situation situation, Measure measure, Indicator indicator) {
        boolean logged = indicator.populations().isEmpty() || indicator.populations().contains(Population.PUBLICATIONS)
            || indicator.populations().contains(Population.EVENTS);
        Map<Someone, LocalDate> judged = situation.judged(measure, indicator);
        LocalDate day = situation.judgedOn(indicator);
        int counted = logged ? (int) logged(situation, measure).stream().filter(entry -> !entry.isAfter(day)).count() : counting(judged);
        boolean known = logged || Situation.counted(measure, indicator) != null;
        return new Figure(indicator, known ? BigDecimal.valueOf(counted) : null, counted, judged.size(),
            known && BigDecimal.valueOf(counted).compareTo(targetOr(indicator, BigDecimal.ONE)) >= 0);
    }

    private static Figure rate(List<Period> periods, Indicator indicator) {
        int reached = (int) periods.stream().filter(Period::reached).count();
        return new Figure(indicator, periods.isEmpty() ? null : percent(reached, periods.size()), reached, periods.size(),
            !periods.isEmpty() && reached == periods.size());
    }

    /** Done where the measure was reported done, or where the outcome that the text names has come for all of whom it is told. */
    private static Figure fact(Situation situation, Measure measure, Indicator indicator) {
        OutcomeKind counted = Situation.counted(measure, indicator);
        Map<Someone, LocalDate> judged = counted == null || counted == OutcomeKind.MEASURE_DONE ? Map.of()
            : situation.judged(measure, indicator);
        int counting = counting(judged);
        boolean all = !judged.isEmpty() && counting == judged.size();
        boolean reached = all || situation.isDone(measure, situation.judgedOn(indicator));
        return new Figure(indicator, reached ? BigDecimal.ONE : BigDecimal.ZERO, judged.isEmpty() ? reached ? 1 : 0 : counting,
            judged.isEmpty() ? 1 : judged.size(), reached);
    }

    private static int counting(Map<Someone, LocalDate> judged) {
        return (int) judged.values().stream().filter(Objects::nonNull).count();
    }

    private static BigDecimal percent(int part, int whole) {
        BigDecimal percent = BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), 1, RoundingMode.DOWN).stripTrailingZeros();
        return percent.scale() < 0 ? percent.setScale(0) : percent;
    }

    private static BigDecimal targetOr(Indicator indicator, BigDecimal otherwise) {
        return indicator.target() == null ? otherwise : indicator.target();
    }
}
