package ru.marshrut.territory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

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

    /** A school by its login in the federal system, in whatever case. */
    Optional<School> schoolByCode(long regionId, String code);

    /** Activated directions of a school by year, the latest year first. */
    SortedMap<Integer, Set<String>> riskHistory(long schoolId);

    /** Declared conflicts of one school with any other. */
    List<Conflict> conflictsOf(long schoolId);

    /** Declared conflicts among the schools. */
    List<Conflict> conflictsAmong(Collection<Long> schoolIds);

    long addRegion(String code, String name, String timeZone);

    long addMunicipality(long regionId, String name);

    long addSchool(long municipalityId, String code, String name, Settlement settlement);

    void activateRisks(long schoolId, int year, Set<String> directions);

    /** Throws {@link ru.marshrut.shared.Refusal} for one and the same school or a blank reason. */
    void declareConflict(long schoolId, long otherSchoolId, String reason);

    /** Takes a declared conflict back; nothing happens where there is none. */
    void withdrawConflict(long schoolId, long otherSchoolId, String reason);

    /** A declared conflict between two schools; they are never partners. */
    record Conflict(long schoolId, long otherSchoolId, String reason) {}
}
