package ru.marshrut.roadmap.web;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.marshrut.calendar.Precision;
import ru.marshrut.calendar.Recurrence;
import ru.marshrut.calendar.Window;
import ru.marshrut.roadmap.Differences.Part;
import ru.marshrut.roadmap.Indicator;
import ru.marshrut.roadmap.IndicatorKind;
import ru.marshrut.roadmap.MeasureContent;
import ru.marshrut.shared.Question;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Role;

/** What was understood, put into words. */
@Component
class RoadMapWords {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final MessageSource messages;

    RoadMapWords(MessageSource messages) {
        this.messages = messages;
    }

    String of(String code, Object... arguments) {
        return messages.getMessage(code, arguments, RUSSIAN);
    }

    String of(Refusal refusal) {
        return of(refusal.code(), refusal.arguments());
    }

    public String question(Question question) {
        return of(question.code(), question.arguments().stream().map(argument -> argument instanceof LocalDate day ? DAY.format(day) : argument).toArray());
    }

    public List<String> questions(Collection<Question> questions) {
        return questions.stream().map(this::question).toList();
    }

    /** «01.02.2021–10.02.2021», «до 15.04.2021», «с 07.11.2022», one day as one day. */
    public String window(Window window) {
        String days = window.start() == null ? of("roadmap.web.window.until", DAY.format(window.due()))
            : window.due() == null ? of("roadmap.web.window.from", DAY.format(window.start()))
            : window.start().equals(window.due()) ? DAY.format(window.due())
            : DAY.format(window.start()) + "–" + DAY.format(window.due());
        return window.precision() == Precision.DAY ? days : of("roadmap.web.window.precise", days, of("roadmap.web.precision." + window.precision()));
    }

    public String windows(MeasureContent content) {
        return content.windows().isEmpty() ? of("roadmap.web.nothing") : content.windows().stream().map(this::window).collect(joining("; "));
    }

    /** Empty where it is done once in each window. */
    public String recurrence(Recurrence recurrence) {
        if (recurrence == null) {
            return "";
        }
        String often = recurrence.count() == 1 ? of("roadmap.web.recurrence.once." + recurrence.kind())
            : of("roadmap.web.recurrence.times", recurrence.count(), of("roadmap.web.per." + recurrence.kind()));
        return recurrence.byDay() == null ? often : of("roadmap.web.recurrence.byDay", often, recurrence.byDay());
    }

    public String roles(Collection<Role> roles) {
        return roles.isEmpty() ? of("roadmap.web.nobody")
            : roles.stream().sorted().map(role -> of("territory.role." + role)).collect(joining(", "));
    }

    public String evidence(MeasureContent content) {
        String kind = of("roadmap.evidence." + content.evidence());
        return content.outcome() == null ? kind : of("roadmap.web.evidence.outcome", kind, of("roadmap.outcome." + content.outcome()));
    }

    /** «100% школ: рисковые направления активированы, на 21.06.2021». */
    public String indicator(Indicator indicator) {
        String of = indicator.populations().stream().map(population -> of("roadmap.population." + population + ".of")).collect(joining(", "));
        String target = indicator.kind() == IndicatorKind.FACT ? of("roadmap.kind.FACT")
            : indicator.kind() == IndicatorKind.SHARE ? of("roadmap.web.indicator.share", number(indicator.target()), of)
            : indicator.kind() == IndicatorKind.COUNT ? of("roadmap.web.indicator.count", number(indicator.target()), of)
            : of("roadmap.web.indicator.rate", number(indicator.target()), of, of("roadmap.web.per." + indicator.per()));
        String counted = indicator.outcome() == null ? target : target + ": " + of("roadmap.outcome." + indicator.outcome());
        return indicator.asOf() == null ? counted : of("roadmap.web.indicator.asOf", counted, DAY.format(indicator.asOf()));
    }

    public String indicators(MeasureContent content) {
        return content.indicators().isEmpty() ? of("roadmap.web.nothing") : content.indicators().stream().map(this::indicator).collect(joining("; "));
    }

    /** What a content says of one of its parts. */
    public String part(MeasureContent content, Part part) {
        return switch (part) {
            case TITLE -> content.title();
            case DATES -> content.recurrence() == null ? windows(content) : windows(content) + ", " + recurrence(content.recurrence());
            case ROLES -> roles(content.roles());
            case RESULT -> content.expectedResult();
            case EVIDENCE -> evidence(content);
            case INDICATORS -> indicators(content);
        };
    }

    /** Without the zeros that the database adds; null stays null. */
    static BigDecimal plain(BigDecimal value) {
        if (value == null) {
            return null;
        }
        BigDecimal trimmed = value.stripTrailingZeros();
        return trimmed.scale() < 0 ? trimmed.setScale(0) : trimmed;
    }

    private static String number(BigDecimal value) {
        return value == null ? "?" : plain(value).toPlainString().replace('.', ',');
    }

    static <E extends Enum<E>> List<E> inOrder(Collection<E> values) {
        return values.stream().sorted(Comparator.naturalOrder()).toList();
    }
}
