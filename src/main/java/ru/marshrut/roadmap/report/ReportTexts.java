package ru.marshrut.roadmap.report;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import ru.marshrut.documents.office.Texts;
import ru.marshrut.roadmap.Indicators.Figure;
import ru.marshrut.roadmap.IndicatorKind;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.OutcomeKind;

/** Figures and states in words, as the two added columns of the order's table say them. */
public final class ReportTexts extends Texts {

    private final MessageSource messages;

    public ReportTexts(MessageSource messages, ZoneId zone) {
        super(messages, "roadmap-figures", zone);
        this.messages = messages;
    }

    /** One line for each indicator; of a measure without any, whether it is done. */
    String fact(ReportContent.Row row) {
        if (row.figures().isEmpty()) {
            return of(row.state() == Measure.State.DONE ? "fact.yes" : "fact.no");
        }
        return row.figures().stream().map(this::fact).collect(Collectors.joining("\n"));
    }

    /** Such as «87% из 100% (26 из 30: школы)». */
    public String fact(Figure figure) {
        if (figure.fact() == null) {
            return of("fact.unknown");
        }
        return switch (figure.indicator().kind()) {
            case SHARE -> of("fact.share", number(figure.fact()), number(target(figure, 100)), figure.counted(), figure.of(), populations(figure));
            case COUNT -> of("fact.count", number(figure.fact()), number(target(figure, 1)));
            case RATE -> of("fact.rate", figure.counted(), figure.of(), number(target(figure, 1)), per(figure));
            case FACT -> of(figure.reached() ? "fact.yes" : "fact.no");
        };
    }

    private String per(Figure figure) {
        return of("per." + (figure.indicator().per() == null ? "WEEKLY" : figure.indicator().per().name()));
    }

    /** State, and what explains it. */
    String note(ReportContent.Row row) {
        List<String> notes = new ArrayList<>();
        notes.add(row.since() == null ? of("state", row.overdue() ? of("overdue") : state(row.state())) : of("state.since", state(row.state()), day(row.since())));
        if (row.state() == Measure.State.DONE && row.lastDay() != null && row.since().isAfter(row.lastDay())) {
            notes.add(of("note.late", day(row.lastDay())));
        }
        if (!isBlank(row.endReason())) {
            notes.add(row.endReason());
        }
        if (row.extendedUntil() != null) {
            notes.add(of("note.extended", day(row.extendedUntil())));
        }
        row.figures().stream().map(figure -> figure.indicator().asOf()).filter(Objects::nonNull).distinct()
            .forEach(day -> notes.add(of("note.asOf", day(day))));
        return String.join("\n", notes);
    }

    public String state(Measure.State state) {
        return messages.getMessage("roadmap.state." + state, null, RUSSIAN);
    }

    public String populations(Figure figure) {
        return figure.indicator().populations().stream().map(population -> messages.getMessage("roadmap.population." + population + ".of", null, RUSSIAN))
            .collect(Collectors.joining(", "));
    }

    public String outcome(OutcomeKind kind) {
        return messages.getMessage("roadmap.outcome." + kind, null, RUSSIAN);
    }

    /** What the figure is called beside its bar: the words that it was read from, else its kind. */
    public String words(Figure figure) {
        return isBlank(figure.indicator().words()) ? of("indicator." + figure.indicator().kind()) : figure.indicator().words();
    }

    public static BigDecimal target(Figure figure, int otherwise) {
        return figure.indicator().target() == null ? BigDecimal.valueOf(otherwise) : figure.indicator().target();
    }

    /** Whether a bar says more than words. */
    public static boolean isMeasured(Figure figure) {
        return figure.fact() != null && figure.indicator().kind() != IndicatorKind.FACT;
    }

    /** With a Russian decimal comma and without needless zeros. */
    public static String number(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    String order(ReportContent report) {
        return isBlank(report.orderNumber()) || report.orderDate() == null ? "" : of("report.order", report.orderNumber(), day(report.orderDate()));
    }
}
