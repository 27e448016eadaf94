package ru.marshrut.schoolyear.profile;

import java.util.Optional;
import java.util.Set;
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
import ru.marshrut.schoolyear.StageStanding;
import ru.marshrut.schoolyear.YearAccess;

/** Files that come with the profile: the school's own file with the levels, and what the curator brought from the first visit. */
@Configuration
public class ProfileFiles {

    /** Resource type of the school's file; its id is the year's. */
    public static final String PROFILE = "risk-profile";
    /** Resource type of the curator's file; its id is the year's. */
    public static final String VISIT = "first-visit";

    private static final String FILE = "file";
    /** The list is read, not kept for people: one workbook. */
    static final SlotRules ONE_WORKBOOK = new SlotRules(1, 5L * 1024 * 1024, Set.of("xlsx"));

    public static Slot profile(long yearId) {
        return new Slot(PROFILE, String.valueOf(yearId), FILE);
    }

    public static Slot visit(long yearId) {
        return new Slot(VISIT, String.valueOf(yearId), FILE);
    }

    public static SlotRules rulesOf(Slot slot) {
        return slot.subjectType().equals(PROFILE) ? ONE_WORKBOOK : SlotRules.PUBLISHED;
    }

    @Bean
    ResourcePolicy riskProfileFilePolicy(@Lazy YearAccess access, @Lazy SchoolYears years) {
        return policy(PROFILE, access, years);
    }

    @Bean
    ResourcePolicy firstVisitFilePolicy(@Lazy YearAccess access, @Lazy SchoolYears years) {
        return policy(VISIT, access, years);
    }

    /** A file can be put there until its stage is done: what others have looked at does not change afterwards. */
    @Bean
    SlotRulesSource riskProfileFileRules(@Lazy SchoolYears years) {
        return slot -> {
            boolean known = slot.kind().equals(FILE) && (slot.subjectType().equals(PROFILE) || slot.subjectType().equals(VISIT));
            return known && year(slot.subjectId(), years).filter(year -> isOpen(years, year, slot.subjectType())).isPresent()
                ? Optional.of(rulesOf(slot)) : Optional.empty();
        };
    }

    private static ResourcePolicy policy(String type, YearAccess access, SchoolYears years) {
        return ResourcePolicy.of(type,
            (viewer, id) -> year(id, years).filter(year -> access.maySee(year, viewer)).isPresent(),
            (viewer, id) -> year(id, years).filter(year -> type.equals(PROFILE) ? access.worksIn(year, viewer) : access.curates(year, viewer))
                .filter(year -> isOpen(years, year, type)).isPresent());
    }

    private static boolean isOpen(SchoolYears years, SchoolYear year, String type) {
        StageStanding standing = years.standing(year.id(), type.equals(PROFILE) ? Stage.PROFILE : Stage.FIRST_VISIT);
        return year.isRunning() && standing.openedOn() != null && standing.doneOn() == null;
    }

    /** Empty where the text names nothing. An unknown id has nothing to read: its owner throws. */
    private static Optional<SchoolYear> year(String id, SchoolYears years) {
        return id.matches("\\d{1,18}") ? Optional.of(years.get(Long.parseLong(id))) : Optional.empty();
    }
}
