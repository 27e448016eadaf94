package ru.marshrut.schoolyear.monitoring;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import ru.marshrut.access.ResourcePolicy;
import ru.marshrut.documents.Slot;
import ru.marshrut.documents.SlotRules;
import ru.marshrut.documents.SlotRulesSource;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.YearAccess;

/**
 * Evidence of a monitoring stage: whoever sees the year reads it, the school adds to it while it owes the report. What positive changes are
 * judged by is the curator's until they are marked, the coordinators' at any time.
 */
@Configuration
public class MonitoringFiles {

    /** Resource type of a stage's evidence; its id is {@code <school year>-<1|2>}, its kinds are the items' keys. */
    public static final String EVIDENCE = "monitoring-evidence";
    /** Resource type of the data behind positive changes; its id is the school year's. */
    public static final String CHANGES = "positive-changes";

    private static final String DATA = "data";
    private static final Pattern EVIDENCE_ID = Pattern.compile("(\\d{1,18})-([12])");

    public static String evidenceId(long yearId, Stage stage) {
        return yearId + "-" + stage.monitoring();
    }

    public static Slot evidence(long yearId, Stage stage, String item) {
        return new Slot(EVIDENCE, evidenceId(yearId, stage), item);
    }

    public static Slot changes(long yearId) {
        return new Slot(CHANGES, String.valueOf(yearId), DATA);
    }

    @Bean
    ResourcePolicy monitoringEvidencePolicy(@Lazy SchoolYears years, @Lazy YearAccess access) {
        return ResourcePolicy.of(EVIDENCE,
            (viewer, id) -> yearOf(id).map(years::get).filter(year -> access.maySee(year, viewer)).isPresent(),
            (viewer, id) -> yearOf(id).map(years::get).filter(year -> access.worksIn(year, viewer)).isPresent());
    }

    @Bean
    ResourcePolicy positiveChangesPolicy(@Lazy SchoolYears years, @Lazy YearAccess access) {
        return ResourcePolicy.of(CHANGES,
            (viewer, id) -> number(id).map(years::get).filter(year -> access.maySee(year, viewer)).isPresent(),
            (viewer, id) -> number(id).map(years::get).filter(year -> access.coordinates(year, viewer)
                || access.curates(year, viewer) && years.standing(year.id(), Stage.POSITIVE_CHANGES).doneOn() == null).isPresent());
    }

    @Bean
    SlotRulesSource monitoringFileRules(@Lazy SchoolYears years, @Lazy MonitoringLines lines) {
        return slot -> isOpen(slot, years, lines) ? Optional.of(SlotRules.PUBLISHED) : Optional.empty();
    }

    private static boolean isOpen(Slot slot, SchoolYears years, MonitoringLines lines) {
        if (slot.subjectType().equals(CHANGES)) {
            return slot.kind().equals(DATA);
        }
        Matcher id = EVIDENCE_ID.matcher(slot.subjectId());
        if (!slot.subjectType().equals(EVIDENCE) || !id.matches()) {
            return false;
        }
        SchoolYear year = years.get(Long.parseLong(id.group(1)));
        return lines.takesFiles(year, Stage.monitoring(Integer.parseInt(id.group(2))), slot.kind());
    }

    private static Optional<Long> yearOf(String id) {
        Matcher matcher = EVIDENCE_ID.matcher(id);
        return matcher.matches() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
    }

    private static Optional<Long> number(String id) {
        return id.matches("\\d{1,18}") ? Optional.of(Long.valueOf(id)) : Optional.empty();
    }
}
