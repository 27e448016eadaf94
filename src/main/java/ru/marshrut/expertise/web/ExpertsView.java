package ru.marshrut.expertise.web;

import java.util.List;
import java.util.Set;
import ru.marshrut.expertise.experts.Bar;
import ru.marshrut.expertise.experts.Expert;

/**
 * Who checks what, for the region's coordinators.
 *
 * @param problems schools that lack an expert or whose expert must not check them
 */
record ExpertsView(List<ExpertLine> experts, List<SchoolLine> schools, List<Barred> barred, long problems) {

    /** @param done of his checks */
    record ExpertLine(Expert expert, int load, long done) {}

    /** @param missing how many experts it lacks; {@code obstacles} then says why nobody else can be given it */
    record SchoolLine(long sampledSchoolId, String name, String municipality, List<CheckLine> checks, int missing, List<Barred> obstacles) {

        boolean isProblem() {
            return missing > 0 || checks.stream().anyMatch(CheckLine::mustBeReassigned);
        }
    }

    /** @param id null while it is not written down; {@code expert} null while nobody has it */
    record CheckLine(Long id, int number, String expert, boolean done, boolean returned, boolean mustBeReassigned, Set<Bar> bars) {}

    record Barred(String expert, String school, Set<Bar> bars) {}

    /** The form with which one check is given to somebody else. */
    record Handing(long checkId, int number, String school, String expert, List<ExpertLine> allowed, List<Barred> others) {}
}
