package ru.marshrut.schoolyear.visits;

import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import ru.marshrut.access.ResourcePolicy;
import ru.marshrut.access.Viewer;
import ru.marshrut.documents.Slot;
import ru.marshrut.documents.SlotRules;
import ru.marshrut.documents.SlotRulesSource;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.YearAccess;
import ru.marshrut.schoolyear.persistence.VisitRows;

/** Files of a visit's report: read by whoever sees the school's year, the curator's to change until the report is sent. */
@Configuration
public class VisitFiles {

    /** Resource type; its id is the visit's. */
    private static final String TYPE = "curator-visit";
    private static final String REPORT = "report";

    public static Slot report(long visitId) {
        return new Slot(TYPE, String.valueOf(visitId), REPORT);
    }

    @Bean
    ResourcePolicy visitFilesPolicy(@Lazy YearAccess access, @Lazy SchoolYears years, VisitRows rows) {
        return new ResourcePolicy() {

            @Override
            public String resourceType() {
                return TYPE;
            }

            @Override
            public boolean mayRead(Viewer viewer, String id) {
                return visit(id, rows).filter(visit -> access.maySee(year(visit), viewer)).isPresent();
            }

            @Override
            public boolean mayChange(Viewer viewer, String id) {
                return visit(id, rows).filter(visit -> visit.isPlanned() && access.curates(year(visit), viewer)).isPresent();
            }

            private SchoolYear year(Visit visit) {
                return years.get(visit.schoolYearId());
            }
        };
    }

    @Bean
    SlotRulesSource visitFileRules() {
        return slot -> slot.subjectType().equals(TYPE) && slot.kind().equals(REPORT) ? Optional.of(SlotRules.PUBLISHED) : Optional.empty();
    }

    private static Optional<Visit> visit(String id, VisitRows rows) {
        return id.matches("\\d{1,18}") ? Optional.of(rows.visit(Long.parseLong(id))) : Optional.empty();
    }
}
