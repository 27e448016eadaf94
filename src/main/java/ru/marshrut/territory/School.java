package ru.marshrut.territory;

/** A school. {@code code} is its login in the federal system, unique in the region. */
public record School(long id, long regionId, long municipalityId, String code, String name, Settlement settlement) {

    public Place place() {
        return Place.school(id);
    }
}
