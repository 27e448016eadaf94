package ru.marshrut.schoolyear;

import java.util.List;
import java.util.stream.Stream;
import ru.marshrut.audit.Subject;
import ru.marshrut.schoolyear.process.ConceptDocumentsModel;
import ru.marshrut.schoolyear.process.CuratorVisitsModel;
import ru.marshrut.schoolyear.process.MonitoringModel;
import ru.marshrut.schoolyear.process.RiskProfileModel;

/**
 * Business key of a process of a school's year: the year's id, for a monitoring stage followed by its number ({@code 12-2}),
 * since both can run at the same time.
 *
 * @param monitoring 1 or 2, or 0 where the process is not that of a monitoring stage
 */
public record YearKey(long yearId, int monitoring) {

    public static YearKey of(String businessKey) {
        int dash = businessKey.indexOf('-');
        return dash < 0 ? new YearKey(Long.parseLong(businessKey), 0)
            : new YearKey(Long.parseLong(businessKey.substring(0, dash)), Integer.parseInt(businessKey.substring(dash + 1)));
    }

    public static long yearOf(String businessKey) {
        return of(businessKey).yearId();
    }

    /** Under which the facts of a year stand in the audit trail: its own, and those of the work in each of its processes. */
    public static List<Subject> subjects(long yearId) {
        return Stream.concat(Stream.of(SchoolYears.SUBJECT, RiskProfileModel.KEY, ConceptDocumentsModel.KEY, CuratorVisitsModel.KEY)
                .map(type -> Subject.of(type, yearId)),
            Stream.of(1, 2).map(stage -> Subject.of(MonitoringModel.KEY, new YearKey(yearId, stage)))).toList();
    }

    @Override
    public String toString() {
        return monitoring == 0 ? String.valueOf(yearId) : yearId + "-" + monitoring;
    }
}
