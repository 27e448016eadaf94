package ru.marshrut.expertise.checks;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import ru.marshrut.access.ResourcePolicy;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.SchoolDocuments;
import ru.marshrut.documents.Slot;
import ru.marshrut.expertise.ExpertiseAccess;
import ru.marshrut.expertise.persistence.CheckRows;
import ru.marshrut.expertise.persistence.ExpertiseRows;
import ru.marshrut.expertise.persistence.SampleRows;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.monitoring.MonitoringFiles;

/** An expert reads exactly those files that the form of his check shows, from the start of the checks until the result is locked. */
@Configuration
class ExpertFiles {

    private static final Pattern SCHOOL_AND_YEAR = Pattern.compile("(\\d{1,18})-(\\d{4})");
    private static final Pattern YEAR_AND_STAGE = Pattern.compile("(\\d{1,18})-[12]");

    /** Whose year a file belongs to. */
    private record Owner(long schoolId, int year) {}

    @Bean
    ResourcePolicy expertFilesPolicy(@Lazy ExpertiseAccess access, @Lazy Documents documents, @Lazy SchoolYears years, @Lazy CheckRows checks,
                                     @Lazy SampleRows schools, @Lazy ExpertiseRows expertises, @Lazy SchoolEvidence evidence) {
        return ResourcePolicy.of(Documents.FILE, (viewer, id) -> {
            Set<Long> experts = access.expertsOf(viewer);
            if (experts.isEmpty()) {
                return false;
            }
            long file = Long.parseLong(id);
            return owner(documents.document(file).slot(), years).stream()
                .flatMap(owner -> checks.readFor(experts, owner.schoolId(), owner.year()).stream()).map(schools::get)
                .anyMatch(school -> evidence.of(school, expertises.get(school.expertiseId()).stage()).shows(file));
        }, (viewer, id) -> false);
    }

    private static Optional<Owner> owner(Slot slot, SchoolYears years) {
        Matcher school = SCHOOL_AND_YEAR.matcher(slot.subjectId());
        if (slot.subjectType().equals(SchoolDocuments.TYPE) && school.matches()) {
            return Optional.of(new Owner(Long.parseLong(school.group(1)), Integer.parseInt(school.group(2))));
        }
        Matcher stage = YEAR_AND_STAGE.matcher(slot.subjectId());
        if (slot.subjectType().equals(MonitoringFiles.EVIDENCE) && stage.matches()) {
            SchoolYear year = years.get(Long.parseLong(stage.group(1)));
            return Optional.of(new Owner(year.schoolId(), year.year()));
        }
        return Optional.empty();
    }
}
