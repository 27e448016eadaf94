package ru.marshrut.roadmap.figures;

/**
 * One of a population: a school, a person, a curator with his school, a municipality, a measure, or a name.
 *
 * @param schoolId the school itself, or that of the person; null where there is none
 * @param fullName of a registered participant who is known by name only, else null
 */
record Someone(Kind kind, Long schoolId, Long personId, Long municipalityId, Long measureId, String fullName) {

    enum Kind { SCHOOL, PERSON, PAIR, MUNICIPALITY, MEASURE, NAME }

    static Someone school(long id) {
        return new Someone(Kind.SCHOOL, id, null, null, null, null);
    }

    static Someone person(long id, Long schoolId, Long municipalityId) {
        return new Someone(Kind.PERSON, schoolId, id, municipalityId, null, null);
    }

    static Someone pair(long curatorId, long schoolId) {
        return new Someone(Kind.PAIR, schoolId, curatorId, null, null, null);
    }

    static Someone municipality(long id) {
        return new Someone(Kind.MUNICIPALITY, null, null, id, null, null);
    }

    static Someone measure(long id) {
        return new Someone(Kind.MEASURE, null, null, null, id, null);
    }

    static Someone registered(Registered one) {
        if (one.personId() != null) {
            return person(one.personId(), one.schoolId(), null);
        }
        return one.schoolId() == null ? new Someone(Kind.NAME, null, null, null, null, one.fullName())
            : new Someone(Kind.SCHOOL, one.schoolId(), null, null, null, one.fullName());
    }
}
