package ru.marshrut.expertise;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Appeals of schools. Reading throws {@link java.util.NoSuchElementException} for an unknown id; access is the caller's business. */
public interface Appeals {

    Appeal get(long appealId);

    /** By school of the sample, the oldest first; one without any is absent. */
    Map<Long, List<Appeal>> of(Collection<Long> sampledSchoolIds);

    /** The expert who answers: the one from whose check the remark or the score comes. Empty where he is gone: the region's coordinator does. */
    Optional<Long> expertOf(long appealId);

    /** Whether one of them still waits for its answer: the result is not locked before. */
    boolean anyOpen(long expertiseId);
}
