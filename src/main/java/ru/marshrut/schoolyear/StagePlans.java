package ru.marshrut.schoolyear;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.marshrut.calendar.DayOffNotes;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.StageDates;
import ru.marshrut.roadmap.StageDates.StageDate;

/** Plans the stages of school years: the earliest date that a road map above gives is the one that counts (DESIGN 2). */
@Component
@EnableConfigurationProperties(YearSettings.class)
class StagePlans {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final StageDates dates;
    private final YearSettings settings;
    private final DayOffNotes dayOff;
    private final MessageSource messages;

    StagePlans(StageDates dates, YearSettings settings, DayOffNotes dayOff, MessageSource messages) {
        this.dates = dates;
        this.settings = settings;
        this.dayOff = dayOff;
        this.messages = messages;
    }

    /** What the road maps above many municipalities say, read at once. */
    Published published(Collection<Long> municipalityIds, int year) {
        return new Published(year, dates.of(municipalityIds, year));
    }

    final class Published {

        private final int year;
        private final Map<Long, Map<OutcomeKind, List<StageDate>>> byMunicipality;

        private Published(int year, Map<Long, Map<OutcomeKind, List<StageDate>>> byMunicipality) {
            this.year = year;
            this.byMunicipality = byMunicipality;
        }

        /** @param joinedLateOn null for a school that takes part from the beginning */
        List<StagePlan> of(long municipalityId, LocalDate joinedLateOn) {
            Map<OutcomeKind, List<StageDate>> given = byMunicipality.getOrDefault(municipalityId, Map.of());
            return Arrays.stream(Stage.values())
                .map(stage -> plan(stage, stage.outcome().map(given::get).map(earliest -> earliest.get(0)).orElse(null), joinedLateOn)).toList();
        }

        private StagePlan plan(Stage stage, StageDate date, LocalDate joinedLateOn) {
            if (date == null) {
                return new StagePlan(stage, opensByDefault(stage), null, null);
            }
            LocalDate opens = opens(stage, date);
            LocalDate atLeast = joinedLateOn == null ? null : joinedLateOn.plusDays(settings.daysForLateJoiners());
            if (atLeast != null && date.dueOn().isBefore(atLeast)) {
                return new StagePlan(stage, opens, atLeast, noted(atLeast,
                    words("schoolyear.due.joinedLate", DAY.format(joinedLateOn), settings.daysForLateJoiners(), DAY.format(date.dueOn()))));
            }
            return new StagePlan(stage, opens, date.dueOn(), noted(date.dueOn(), date.source()));
        }

        private LocalDate opens(Stage stage, StageDate date) {
            if (date.opensOn() != null && !date.opensOn().equals(date.dueOn())) {
                return date.opensOn();
            }
            return isMonitoring(stage) ? date.dueOn().minusDays(settings.opensBefore()) : null;
        }

        private LocalDate opensByDefault(Stage stage) {
            return switch (stage) {
                case MONITORING_1 -> settings.monitoring1Opens().atYear(year);
                case MONITORING_2 -> settings.monitoring2Opens().atYear(year);
                default -> null;
            };
        }
    }

    private static boolean isMonitoring(Stage stage) {
        return stage == Stage.MONITORING_1 || stage == Stage.MONITORING_2;
    }

    private String noted(LocalDate day, String source) {
        return dayOff.on(day).map(note -> source + "; " + note).orElse(source);
    }

    private String words(String code, Object... arguments) {
        return messages.getMessage(code, arguments, Locale.forLanguageTag("ru"));
    }
}
