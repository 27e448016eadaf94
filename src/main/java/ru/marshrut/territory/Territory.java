package ru.marshrut.territory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The territory tree and its schools. Reading throws {@link java.util.NoSuchElementException} for an unknown id. */
public interface Territory {

    List<Region> regions();

    Region region(long id);

    Municipality municipality(long id);

    List<Municipality> municipalitiesOf(long regionId);

    School school(long id);

    Map<Long, School> schools(Collection<Long> ids);

    /** Schools at and below a place, by name. */
    List<School> schoolsWithin(Place place);

    /** Codes and names of the risk directions in their published order. */
    Map<String, String> riskDirections();

    /** Activated directions of schools in a year; a school without any is absent. */
    Map<Long, Set<String>> activatedRisks(Collection<Long> schoolIds, int year);

    /** Declared conflicts among the schools. */
    List<Conflict> conflictsAmong(Collection<Long> schoolIds);

    long addRegion(String code, String name, String timeZone);

    long addMunicipality(long regionId, String name);

    long addSchool(long municipalityId, String code, String name, Settlement settlement);

    void activateRisks(long schoolId, int year, Set<String> directions);

    void declareConflict(long schoolId, long otherSchoolId, String reason);

    /** A declared conflict between two schools; they are never partners. */
    record Conflict(long schoolId, long otherSchoolId, String reason) {}
}
