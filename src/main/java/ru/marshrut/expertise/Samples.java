package ru.marshrut.expertise;

import java.util.List;

/** The schools that are checked. */
public interface Samples {

    /** Draws the sample by the expertise's rule and seed; one that is drawn already stays as it is. */
    void draw(long expertiseId);

    SampledSchool get(long sampledSchoolId);

    /** Those that are checked. */
    List<SampledSchool> of(long expertiseId);

    /** Excluded ones too. */
    List<SampledSchool> all(long expertiseId);

    /** Throws {@link ru.marshrut.shared.Refusal} where the sample cannot be approved: there is no school in it. */
    void requireApprovable(long expertiseId);
}
