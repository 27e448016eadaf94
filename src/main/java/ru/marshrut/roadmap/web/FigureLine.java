package ru.marshrut.roadmap.web;

import java.math.BigDecimal;
import ru.marshrut.roadmap.IndicatorKind;
import ru.marshrut.roadmap.Indicators.Figure;
import ru.marshrut.roadmap.report.ReportTexts;

/**
 * An indicator's fact beside its target.
 *
 * @param index    of the indicator in its measure
 * @param words    that it was read from
 * @param text     such as «87% из 100% (26 из 30 школ)»
 * @param value    of the bar, or null where there is none
 * @param target   on the bar
 * @param top      where the bar ends
 * @param tone     class of the badge and the bar
 */
record FigureLine(int index, String words, String text, BigDecimal value, BigDecimal target, BigDecimal top, String tone) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @param late whether the measure's last day has passed */
    static FigureLine of(int index, Figure figure, ReportTexts texts, boolean late) {
        boolean measured = ReportTexts.isMeasured(figure);
        BigDecimal target = figure.indicator().kind() == IndicatorKind.RATE ? HUNDRED
            : ReportTexts.target(figure, figure.indicator().kind() == IndicatorKind.COUNT ? 1 : 100);
        BigDecimal top = figure.indicator().kind() == IndicatorKind.COUNT ? measured ? target.max(figure.fact()) : target : HUNDRED;
        return new FigureLine(index, texts.words(figure), texts.fact(figure), measured ? figure.fact() : null, target, top,
            figure.reached() ? "ok" : late ? "late" : "");
    }

    /** Per cent of the bar that is filled. */
    public double filled() {
        return share(value);
    }

    /** Per cent of the bar where the target stands. */
    public double mark() {
        return share(target);
    }

    private double share(BigDecimal part) {
        return top.signum() == 0 ? 0 : Math.min(100, part.doubleValue() * 100 / top.doubleValue());
    }
}
