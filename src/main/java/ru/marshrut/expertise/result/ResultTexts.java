package ru.marshrut.expertise.result;

import java.time.ZoneId;
import org.springframework.context.MessageSource;
import ru.marshrut.documents.office.Texts;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.Part;
import ru.marshrut.expertise.Rubric;

/** Points and results in words, in letters, documents and reports alike. */
public final class ResultTexts extends Texts {

    private final MessageSource messages;

    public ResultTexts(MessageSource messages, ZoneId zone) {
        super(messages, "expertise-result", zone);
        this.messages = messages;
    }

    /** «Экспертиза 2 этапа мониторинга, 2022 год». */
    public String title(Expertise expertise) {
        return of("title", expertise.stage(), String.valueOf(expertise.year()));
    }

    /** «7 из 9». */
    public String points(Integer points, int maximum) {
        return points == null ? of("noPoints") : of("points", points, maximum);
    }

    public String total(SchoolResult school) {
        return points(school.school().total(), school.rubric().itemised(Part.CONTENT));
    }

    /** «5,67 из 9 (17 / 3)»: the mean and what it is counted from. */
    public String content(RegionalResult result) {
        return result.mean().map(mean -> mean(mean, result.rubric().itemised(Part.CONTENT))).orElseGet(() -> of("noPoints"));
    }

    public String mean(Mean mean, int maximum) {
        return of("mean", mean.text(), maximum, mean.sum(), mean.count());
    }

    public String organisational(RegionalResult result) {
        return points(result.organisationalTotal(), result.rubric().itemised(Part.ORGANISATIONAL));
    }

    public String part(Part part) {
        return messages.getMessage("expertise.part." + part, null, RUSSIAN);
    }

    /** Empty where the source of the rubric itemises all that it declares. */
    public String incomplete(Rubric rubric, Part part) {
        return !rubric.isIncomplete(part) ? "" : messages.getMessage("expertise.rubric.incomplete",
            new Object[] {rubric.itemised(part), rubric.declared(part).orElseThrow()}, RUSSIAN);
    }
}
