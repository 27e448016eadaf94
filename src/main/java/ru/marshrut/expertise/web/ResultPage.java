package ru.marshrut.expertise.web;

import java.util.Comparator;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import ru.marshrut.access.Viewers;
import ru.marshrut.expertise.Criterion;
import ru.marshrut.expertise.ExpertiseAccess;
import ru.marshrut.expertise.Expertises;
import ru.marshrut.expertise.Part;
import ru.marshrut.expertise.result.RegionalResult;
import ru.marshrut.expertise.result.ResultReading;
import ru.marshrut.expertise.result.ResultTexts;
import ru.marshrut.expertise.result.SchoolPoints;
import ru.marshrut.territory.Region;
import ru.marshrut.territory.Territory;

/** The region's result by criterion, opened down to the schools; for the region and whoever is above it, from the first settled score on. */
@Controller
class ResultPage {

    private static final Comparator<SchoolPoints> BY_NAME = Comparator.comparing(SchoolPoints::name).thenComparing(SchoolPoints::sampledSchoolId);

    private final Expertises expertises;
    private final ExpertiseAccess access;
    private final ResultReading reading;
    private final Territory territory;
    private final Viewers viewers;
    private final MessageSource messages;

    ResultPage(Expertises expertises, ExpertiseAccess access, ResultReading reading, Territory territory, Viewers viewers, MessageSource messages) {
        this.expertises = expertises;
        this.access = access;
        this.reading = reading;
        this.territory = territory;
        this.viewers = viewers;
        this.messages = messages;
    }

    /** @param sort {@code name}, {@code total}, else by municipality; what is not settled comes last */
    @GetMapping("/expertises/{id:\\d{1,18}}/result")
    String show(@PathVariable long id, @RequestParam(defaultValue = "") String sort, Model model) {
        access.visible(expertises.get(id), viewers.current());
        RegionalResult result = reading.ofRegion(id);
        Region region = territory.region(result.expertise().regionId());
        model.addAttribute("result", result);
        model.addAttribute("expertise", result.expertise());
        model.addAttribute("region", region.name());
        model.addAttribute("zone", region.zone());
        model.addAttribute("texts", new ResultTexts(messages, region.zone()));
        model.addAttribute("contentPart", Part.CONTENT);
        model.addAttribute("organisationPart", Part.ORGANISATIONAL);
        model.addAttribute("means", result.content().stream().map(criterion -> new MeanLine(criterion, result)).toList());
        model.addAttribute("schools", sorted(result.sample(), sort));
        model.addAttribute("sort", sort);
        return "expertise/result";
    }

    private static List<SchoolPoints> sorted(List<SchoolPoints> schools, String sort) {
        return switch (sort) {
            case "name" -> schools.stream().sorted(BY_NAME).toList();
            case "total" -> schools.stream().sorted(Comparator.comparing(SchoolPoints::total, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(BY_NAME)).toList();
            default -> schools;
        };
    }

    /** @param text such as «1,67»; null where nothing is settled */
    record MeanLine(Criterion criterion, String text, long sum, int count) {

        MeanLine(Criterion criterion, RegionalResult result) {
            this(criterion, result.mean(criterion).map(mean -> mean.text()).orElse(null), result.mean(criterion).map(mean -> mean.sum()).orElse(0L),
                result.mean(criterion).map(mean -> mean.count()).orElse(0));
        }
    }
}
