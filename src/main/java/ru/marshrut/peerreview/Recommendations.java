package ru.marshrut.peerreview;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.peerreview.RecommendationContent.Answer;
import ru.marshrut.peerreview.persistence.CircleRows;
import ru.marshrut.peerreview.persistence.RecommendationRows;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Territory;

/** The recommendation forms, each save a version. */
@Service
@Transactional
public class Recommendations {

    private final RecommendationRows forms;
    private final CircleRows circles;
    private final Rounds rounds;
    private final CircleEngine engine;
    private final Territory territory;
    private final AccessPolicy policy;
    private final AuditTrail audit;

    Recommendations(RecommendationRows forms, CircleRows circles, Rounds rounds, CircleEngine engine, Territory territory,
                    AccessPolicy policy, AuditTrail audit) {
        this.forms = forms;
        this.circles = circles;
        this.rounds = rounds;
        this.engine = engine;
        this.territory = territory;
        this.policy = policy;
        this.audit = audit;
    }

    /** Codes of the partner's activated directions, which the form asks about. */
    @Transactional(readOnly = true)
    public Set<String> directionsOf(Circle circle, long reviewerId) {
        long partner = circle.reviewedBy(reviewerId).schoolId();
        return territory.activatedRisks(List.of(partner), rounds.round(circle.roundId()).year()).getOrDefault(partner, Set.of());
    }

    @Transactional(readOnly = true)
    public Optional<Recommendation> latest(long circleId, long reviewerId) {
        return forms.latest(circleId, reviewerId);
    }

    @Transactional(readOnly = true)
    public List<Recommendation> versions(long circleId, long reviewerId) {
        return forms.versions(circleId, reviewerId);
    }

    /** What is known after studying the documents; nothing in it is required but that something is said. */
    public void prefill(long circleId, long reviewerId, Viewer viewer, RecommendationContent content) {
        boolean empty = content.summary().isEmpty() && content.overall().values().stream().allMatch(answer -> answer.judgement() == null)
            && content.directions().values().stream()
                .allMatch(review -> (review.strengths() + review.remarks() + review.recommendations()).isEmpty());
        if (empty) {
            throw Refusal.of("peerreview.form.empty");
        }
        circles.lock(circleId).side(reviewerId);
        forms.add(circleId, reviewerId, false, content, viewer.personId(), rounds.now());
        circles.prefill(circleId, reviewerId, rounds.now());
        audit.record("peerreview.formPrefilled", Exchange.subject(circleId), Map.of("school", territory.school(reviewerId).name()));
    }

    /** The finished form: every overall question answered, with a comment where the answer is not «yes». */
    public void finish(long circleId, long reviewerId, Viewer viewer, RecommendationContent content) {
        for (OverallQuestion question : OverallQuestion.values()) {
            Answer answer = content.overall().get(question);
            if (answer == null || answer.judgement() == null) {
                throw Refusal.ofField("overall_" + question, "peerreview.form.answerNeeded");
            }
            if (answer.judgement() != Judgement.YES && answer.comment().isEmpty()) {
                throw Refusal.ofField("comment_" + question, "peerreview.form.commentNeeded");
            }
        }
        Circle circle = circles.lock(circleId);
        for (String direction : directionsOf(circle, reviewerId)) {
            var review = content.directions().get(direction);
            if (review == null || review.recommendations().isEmpty() && review.strengths().isEmpty()) {
                throw Refusal.ofField("recommendations_" + direction, "peerreview.form.directionNeeded");
            }
        }
        forms.add(circleId, reviewerId, true, content, viewer.personId(), rounds.now());
        circles.finishForm(circleId, reviewerId, rounds.now());
        audit.record("peerreview.formFinished", Exchange.subject(circleId), Map.of("school", territory.school(reviewerId).name()));
    }

    /** Sends a finished form back to its school: by its curator or a coordinator, always with a reason. */
    public void reopen(long circleId, long reviewerId, Viewer viewer, String reason) {
        Circle circle = circles.lock(circleId);
        Place school = Place.school(circle.side(reviewerId).schoolId());
        if (!viewer.holds(Role.CURATOR, school) && !policy.mayCoordinate(viewer, school)) {
            throw new NotYours("circle", circleId);
        }
        if (reason.isBlank()) {
            throw Refusal.ofField("reason", "peerreview.form.reasonNeeded");
        }
        if (circle.status() != Circle.Status.RUNNING || forms.latest(circleId, reviewerId).filter(Recommendation::finished).isEmpty()) {
            throw Refusal.of("peerreview.form.notFinished");
        }
        audit.record("peerreview.formReopened", Exchange.subject(circleId), Map.of("school", territory.school(reviewerId).name()), reason);
        engine.formReopened(circle.processInstanceId(), reviewerId);
    }

    /** What a finished form is worth at the end of the stage: a form that was only pre-filled counts as it stands. */
    public void exchange(long circleId) {
        audit.record("peerreview.formsExchanged", Exchange.subject(circleId), Map.of());
    }
}
