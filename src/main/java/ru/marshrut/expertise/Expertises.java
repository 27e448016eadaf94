package ru.marshrut.expertise;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import ru.marshrut.access.Viewer;
import ru.marshrut.expertise.Expertise.SampleRule;
import ru.marshrut.territory.Place;

/** The expertises of regions. Reading throws {@link java.util.NoSuchElementException} for an unknown id; access is the caller's business. */
public interface Expertises {

    /** Type of the audit's subject; its id is the expertise's. */
    String SUBJECT = "expertise";

    /** Type of the audit's subject of a school in a sample; its id is the sampled school's. */
    String SCHOOL_SUBJECT = "school-expertise";

    /**
     * Opens one; its process draws the sample at once. Throws {@link ru.marshrut.shared.NotYours} where the viewer does not
     * coordinate the region, {@link ru.marshrut.shared.Refusal} where the stage has an expertise already, the region has no
     * school years, no rubric is published, or a number or day cannot be meant.
     *
     * @return its id
     */
    long open(Viewer viewer, Terms terms);

    /** Ends it with all its checks; only one that is not released yet. */
    void cancel(Viewer viewer, long id, String reason);

    /** The schools are settled; an empty sample is refused. */
    void approveSample(Viewer viewer, long id);

    /** The checks begin; refused while a school lacks its experts. */
    void approveAssignments(Viewer viewer, long id);

    Expertise get(long id);

    /** The one that is not cancelled. */
    Optional<Expertise> of(long regionId, int year, int stage);

    /** Of the regions at, above and below a place, the latest first; cancelled ones too. */
    List<Expertise> touching(Place place);

    /** Writes that it has come to this status, with the audit's entry; nothing where it has already. */
    void reached(long id, Expertise.Status status);

    /**
     * What a coordinator decides when he opens one.
     *
     * @param stage      1 or 2
     * @param rubricId   one of {@link Rubrics#latest}; null where the stage has a single one
     * @param sampleSize percent, or schools of each municipality
     * @param seed       null: drawn by chance, and recorded
     */
    record Terms(long regionId, int year, int stage, Long rubricId, SampleRule sampleRule, int sampleSize, boolean byRisk, Long seed,
                 int expertsPerSchool, int disputeStep, LocalDate checkUntil, int appealDays) {}
}
