package ru.marshrut.schoolyear;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** School years and where they stand. Reading throws {@link java.util.NoSuchElementException} for an unknown id; access is the caller's business. */
public interface SchoolYears {

    /** Type of the audit's subject; its id is the year's. */
    String SUBJECT = "school-year";

    SchoolYear get(long id);

    Optional<SchoolYear> of(long schoolId, int year);

    /** By school; one without a year is absent. */
    Map<Long, SchoolYear> ofSchools(Collection<Long> schoolIds, int year);

    /** The years of a school, the latest first. */
    List<SchoolYear> historyOf(long schoolId);

    /** One for every stage, in their order. */
    List<StageStanding> standings(long yearId);

    Map<Long, List<StageStanding>> standings(Collection<Long> yearIds);

    default StageStanding standing(long yearId, Stage stage) {
        return standings(yearId).get(stage.ordinal());
    }
}
