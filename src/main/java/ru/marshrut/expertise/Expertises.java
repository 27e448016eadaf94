package ru.marshrut.expertise;

import java.util.List;
import java.util.Optional;
import ru.marshrut.territory.Place;

/** The expertises of regions. Reading throws {@link java.util.NoSuchElementException} for an unknown id; access is the caller's business. */
public interface Expertises {

    /** Type of the audit's subject; its id is the expertise's. */
    String SUBJECT = "expertise";

    /** Type of the audit's subject of a school in a sample; its id is the sampled school's. */
    String SCHOOL_SUBJECT = "school-expertise";

    Expertise get(long id);

    /** The one that is not cancelled. */
    Optional<Expertise> of(long regionId, int year, int stage);

    /** Of the regions at, above and below a place, the latest first; cancelled ones too. */
    List<Expertise> touching(Place place);

    /** Writes that it has come to this status, with the audit's entry. */
    void reached(long id, Expertise.Status status);
}
