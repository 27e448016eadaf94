package ru.marshrut.expertise.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import ru.marshrut.schoolyear.RegionStages.SchoolInStage;

/**
 * «ОО, завершившие 2 этап в ИС МЭДК на дату, 100 %» (seed 001): schools of the region that completed the stage by its date, of all
 * that took part on it. A granted extension counts as the date, and so does the later day of a school that joined late; what was
 * opened again and completed anew was completed on the new day. A school that left the programme by its date, or was merged, is
 * not counted.
 *
 * @param lines    one for each school that counts
 * @param departed those that do not
 */
public record StageFigures(LocalDate day, List<Line> lines, List<SchoolInStage> departed) {

    /** Words for users: {@code expertise.facts.standing.<name>}. */
    public enum Standing {
        ON_TIME, LATE,
        /** Its last day has passed, or nothing dates the stage. */
        MISSING,
        /** Its last day has not passed. */
        NOT_DUE
    }

    /** @param doneOn null where the stage is not completed */
    public record Line(SchoolInStage school, LocalDate doneOn, Standing standing) {}

    /** @param doneOn by school; one that has not completed the stage, or has it open again, is absent */
    static StageFigures of(LocalDate day, List<SchoolInStage> schools, Map<Long, LocalDate> doneOn) {
        return new StageFigures(day,
            schools.stream().filter(StageFigures::counts)
                .map(school -> line(school, doneOn.get(school.schoolId()), day)).toList(),
            schools.stream().filter(school -> !counts(school)).toList());
    }

    private static boolean counts(SchoolInStage school) {
        return school.takesPart() || !school.merged() && school.lastDay() != null && school.leftOn().isAfter(school.lastDay());
    }

    private static Line line(SchoolInStage school, LocalDate doneOn, LocalDate day) {
        LocalDate last = school.lastDay();
        if (doneOn != null) {
            return new Line(school, doneOn, last == null || !doneOn.isAfter(last) ? Standing.ON_TIME : Standing.LATE);
        }
        return new Line(school, null, last == null || last.isBefore(day) ? Standing.MISSING : Standing.NOT_DUE);
    }

    public int count(Standing standing) {
        return of(standing).size();
    }

    public List<Line> of(Standing standing) {
        return lines.stream().filter(line -> line.standing() == standing).toList();
    }

    public Share share() {
        return new Share(count(Standing.ON_TIME), lines.size());
    }
}
