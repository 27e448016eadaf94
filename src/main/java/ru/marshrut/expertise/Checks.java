package ru.marshrut.expertise;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The experts' checks of schools and what follows from them. */
public interface Checks {

    SchoolCheck get(long checkId);

    /** In the order of their numbers. */
    List<SchoolCheck> of(long sampledSchoolId);

    /** By school of the sample, one statement. */
    Map<Long, List<SchoolCheck>> ofAll(Collection<Long> sampledSchoolIds);

    List<Score> scores(long checkId);

    List<CheckRemark> remarks(long checkId);

    /** Whether two experts differ by more than the step in a criterion that no third has scored. */
    boolean isDisputed(long sampledSchoolId);

    /** Writes the school's score from the accepted checks. */
    void settle(long sampledSchoolId);

    /** By school of the sample; what is not settled is absent. */
    Map<Long, List<SchoolScore>> scoresOf(Collection<Long> sampledSchoolIds);

    /** @param criterionId null where it belongs to none; {@code typicalId} null for the expert's own words */
    record CheckRemark(long id, long checkId, Long criterionId, Long typicalId, String text) {}
}
