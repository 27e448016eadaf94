package ru.marshrut.territory.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is to be written; schools and people are named by their keys, since new ones have no ids yet. */
final class Changes {

    /** @param before null for a new appointment */
    record AppointmentChange(Present.Held before, Facts.Appointment now) {

        /** Whether a standing appointment gets another last day. */
        boolean ends() {
            return before != null && now.until() != null && !now.until().equals(before.appointment().until());
        }
    }

    /** @param inWords names of the directions */
    record RiskChange(Facts.SchoolYear schoolYear, Set<String> directions, String inWords) {}

    /** @param otherSchool code of the pair's second school, for the audit trail */
    record ConflictChange(Facts.Pair pair, String otherSchool, String reason) {}

    final List<String> newMunicipalities = new ArrayList<>();
    final List<Facts.School> newSchools = new ArrayList<>();
    final List<Facts.School> changedSchools = new ArrayList<>();
    final List<Facts.Person> newPeople = new ArrayList<>();
    final List<Facts.Person> changedPeople = new ArrayList<>();
    /** People whose schools of employment are replaced by those stated. */
    final List<Facts.Person> employments = new ArrayList<>();
    final List<AppointmentChange> appointments = new ArrayList<>();
    final List<RiskChange> risks = new ArrayList<>();
    final List<ConflictChange> conflicts = new ArrayList<>();
}
