package ru.marshrut.peerreview;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.peerreview.persistence.CircleRows;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Outcomes;
import ru.marshrut.roadmap.Outcomes.Member;
import ru.marshrut.roadmap.Outcomes.Outcome;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Territory;

/** The final file is placed in ИС МЭДК under one of the risks, confirmed, and checked. */
@Service
@Transactional
public class Placement {

    private final CircleRows circles;
    private final Rounds rounds;
    private final Territory territory;
    private final Outcomes outcomes;
    private final AuditTrail audit;

    Placement(CircleRows circles, Rounds rounds, Territory territory, Outcomes outcomes, AuditTrail audit) {
        this.circles = circles;
        this.rounds = rounds;
        this.territory = territory;
        this.outcomes = outcomes;
        this.audit = audit;
    }

    /** @param under code of the risk direction whose section «Программа», «2 этап» holds the file */
    public void confirm(long circleId, long schoolId, Viewer viewer, LocalDate on, String under) {
        Circle circle = circles.lock(circleId);
        Round round = rounds.round(circle.roundId());
        if (on.isAfter(rounds.today(round))) {
            throw Refusal.ofField("on", "peerreview.upload.future");
        }
        String name = territory.riskDirections().get(under);
        if (name == null) {
            throw Refusal.ofField("under", "peerreview.upload.unknownRisk", under);
        }
        circles.upload(circleId, schoolId, on, under, viewer.personId());
        audit.record("peerreview.fileUploaded", Exchange.subject(circleId),
            Map.of("school", territory.school(schoolId).name(), "on", on, "under", name));
    }

    /** The curator's check, or the municipal coordinator's; a return needs a comment. With an accepted file the school's peer review counts as done. */
    public void check(long circleId, long schoolId, Viewer viewer, boolean accepted, String comment) {
        if (!accepted && comment.isBlank()) {
            throw Refusal.ofField("comment", "peerreview.check.commentNeeded");
        }
        Round round = rounds.round(circles.lock(circleId).roundId());
        circles.check(circleId, schoolId, accepted, viewer.personId(), comment, rounds.now());
        audit.record(accepted ? "peerreview.uploadAccepted" : "peerreview.uploadReturned", Exchange.subject(circleId),
            Map.of("school", territory.school(schoolId).name()), comment);
        outcomes.record(List.of(new Outcome(OutcomeKind.PEER_REVIEW_DONE, Member.school(schoolId, round.regionId()), round.year(), null,
            rounds.today(round), accepted)));
    }

    /** The circle has done its work. */
    public void close(long circleId) {
        Circle circle = circles.lock(circleId);
        circles.close(circleId, Circle.Status.COMPLETED, rounds.now(), null);
        audit.record("peerreview.circleCompleted", Exchange.subject(circleId), Map.of());
        rounds.circleEnded(circle.roundId());
    }
}
