package ru.marshrut.expertise;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import ru.marshrut.access.Viewer;

/**
 * The experts' checks of schools and what follows from them. Reading throws {@link java.util.NoSuchElementException} for an unknown id and
 * leaves access to the caller: nobody who checks a school himself is shown another's check of it.
 */
public interface Checks {

    SchoolCheck get(long checkId);

    /** In the order of their numbers. */
    List<SchoolCheck> of(long sampledSchoolId);

    /** By school of the sample, one statement. */
    Map<Long, List<SchoolCheck>> ofAll(Collection<Long> sampledSchoolIds);

    /** What the check has to score, in the rubric's order: all of the content part, the third only what the first two dispute. */
    List<Criterion> criteriaOf(long checkId);

    /** Of the expert who has the check now; what another handed in before him is told by the history. */
    List<Score> scores(long checkId);

    /** As {@link #scores}, by check, one statement. */
    Map<Long, List<Score>> scoresOfChecks(Collection<Long> checkIds);

    /** Of the expert who has the check now. */
    List<CheckRemark> remarks(long checkId);

    /** As {@link #remarks}, by check, one statement. */
    Map<Long, List<CheckRemark>> remarksOfChecks(Collection<Long> checkIds);

    /**
     * The expert hands his check in, for the first time or again after it was sent back. What is suggested now is kept with the scores.
     * Throws {@link ru.marshrut.shared.NotYours} for whoever is neither the expert nor his substitute, {@link ru.marshrut.shared.Refusal}
     * for what is missing or wrong; its field is {@code points_<criterion>}, {@code comment_<criterion>}, {@code against_<criterion>},
     * {@code own_<criterion>}, {@code own} or {@code remark_<typical remark>}.
     */
    void submit(long checkId, Viewer viewer, CheckSheet sheet);

    /** The region's coordinator sends a check back to its expert; the scores that it had stay in the history. */
    void sendBack(long checkId, Viewer viewer, String comment);

    /** The region's coordinator takes the checks of a school as they are; the comment may be empty. */
    void accept(long sampledSchoolId, Viewer viewer, String comment);

    /** Whether two experts differ by more than the step in a criterion that no third has scored. */
    boolean isDisputed(long sampledSchoolId);

    /** Writes the school's score from the accepted checks; one that is written stays. */
    void settle(long sampledSchoolId);

    /** By school of the sample; what is not settled is absent. */
    Map<Long, List<SchoolScore>> scoresOf(Collection<Long> sampledSchoolIds);

    /** @param criterionId null where it belongs to none; {@code typicalId} null for the expert's own words */
    record CheckRemark(long id, long checkId, Long criterionId, Long typicalId, String text) {}
}
