package ru.marshrut.local.demo;

import static java.util.Map.entry;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.local.Words;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.YearKey;
import ru.marshrut.schoolyear.concept.ConceptDocuments;
import ru.marshrut.schoolyear.monitoring.MonitoringLines;
import ru.marshrut.schoolyear.process.CuratorVisitsModel;
import ru.marshrut.schoolyear.process.RiskProfileModel;
import ru.marshrut.schoolyear.profile.ProfileEntry;
import ru.marshrut.schoolyear.profile.RiskDirection;
import ru.marshrut.schoolyear.profile.RiskLevel;
import ru.marshrut.schoolyear.profile.Surveys;
import ru.marshrut.schoolyear.programme.ProgrammeDrafts;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;

/** What the demo's district fills into the forms of its school years: nothing is returned or disputed unless the story says so. */
@Component
@Profile("local")
class DistrictForms {

    /** Days and purposes of the visits, in the order of the year. */
    private static final List<Map.Entry<LocalDate, String>> VISITS = List.of(entry(LocalDate.of(2022, 4, 12), "lessons"),
        entry(LocalDate.of(2022, 5, 17), "monitoring"), entry(LocalDate.of(2022, 9, 20), "autumn"), entry(LocalDate.of(2022, 11, 15), "results"));

    /** After April, in which programmes are written: when their measures are carried out, by their numbers. */
    private static final List<Integer> MONTHS = List.of(0, 1, 5, 6);

    private final YearForms forms;
    private final SchoolYears years;
    private final ProfileEntry profiles;

    DistrictForms(SchoolYears years, Surveys surveys, ProfileEntry profiles, ProgrammeDrafts programmes, ConceptDocuments documents,
                  MonitoringLines monitoring, DemoPapers papers) {
        this.forms = new YearForms(years, surveys, profiles, programmes, documents, monitoring, papers::upload, DistrictForms::roll);
        this.years = years;
        this.profiles = profiles;
    }

    /** @param high the directions of high risk of the task's school */
    FormInput filled(OpenTask task, Viewer viewer, LocalDate today, Set<String> high) {
        return switch (task.step()) {
            case RiskProfileModel.ENTER_PROFILE -> levels(task, high);
            case CuratorVisitsModel.PROPOSE_VISITS -> visits(today);
            default -> forms.filled(task, viewer, today);
        };
    }

    /** The same, but one of what is decided on goes back or is disputed, whichever comes first. */
    FormInput refused(OpenTask task, Viewer viewer, LocalDate today) {
        Map<String, List<String>> fields = new HashMap<>(forms.filled(task, viewer, today).values());
        boolean verification = task.step().equals(RiskProfileModel.VERIFY_PROFILE);
        String decision = fields.keySet().stream().filter(field -> field.startsWith(verification ? "verdict_" : "decision_")).sorted().findFirst().orElseThrow();
        String about = decision.substring(decision.indexOf('_') + 1);
        String refusal = verification ? "DISPUTE" : fields.get(decision).contains("YES") ? "NO" : "RETURN";
        fields.put(decision, List.of(refusal));
        fields.put("comment_" + about, List.of(words(switch (refusal) {
            case "DISPUTE" -> "verify.dispute";
            case "NO" -> "monitoring.return";
            default -> "concept.return";
        })));
        return new FormInput(fields);
    }

    private FormInput levels(OpenTask task, Set<String> high) {
        Map<String, String> fields = new HashMap<>();
        long year = YearKey.yearOf(task.businessKey());
        for (RiskDirection direction : profiles.of(year).directions()) {
            RiskLevel level = high.contains(direction.code()) ? RiskLevel.HIGH
                : roll(2, "medium", years.get(year).schoolId(), direction.code()) == 0 ? RiskLevel.MEDIUM : RiskLevel.LOW;
            fields.put("level_" + direction.code(), level.name());
        }
        return FormInput.of(fields);
    }

    private static FormInput visits(LocalDate today) {
        List<Map.Entry<LocalDate, String>> ahead = VISITS.stream().filter(visit -> visit.getKey().isAfter(today)).toList();
        return new FormInput(Map.of("day", ahead.stream().map(visit -> visit.getKey().toString()).toList(),
            "purpose", ahead.stream().map(visit -> words("visits." + visit.getValue())).toList()));
    }

    /** The same in every demo. */
    private static int roll(int sides, Object... occasion) {
        return switch (occasion[0].toString()) {
            case "visit" -> 0; // takes place
            case "month" -> MONTHS.get((int) occasion[occasion.length - 1] - 1);
            case "return", "dispute" -> sides - 1; // does not happen
            default -> new Random(Arrays.toString(occasion).hashCode()).nextInt(sides);
        };
    }

    private static String words(String key) {
        return Words.of("local.demo.year." + key, Map.of());
    }
}
