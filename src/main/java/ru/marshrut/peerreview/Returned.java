package ru.marshrut.peerreview;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.notification.ReturnReasons;
import ru.marshrut.peerreview.persistence.CircleRows;
import ru.marshrut.peerreview.process.PeerReviewModel;
import ru.marshrut.territory.Staff;
import ru.marshrut.work.OpenTask;

/** Who sent a step back, and why: a placed file, or a form. */
@Component
@Transactional(readOnly = true)
class Returned implements ReturnReasons {

    private static final String REOPENED = "peerreview.formReopened";

    private final CircleRows circles;
    private final AuditTrail audit;
    private final Staff staff;

    Returned(CircleRows circles, AuditTrail audit, Staff staff) {
        this.circles = circles;
        this.audit = audit;
        this.staff = staff;
    }

    @Override
    public Optional<ReturnReason> of(OpenTask task) {
        return switch (task.step()) {
            case PeerReviewModel.UPLOAD_FINAL_FILE -> {
                Side side = circles.circle(Long.parseLong(task.businessKey())).side(task.schoolId());
                yield side.checkedBy() == null ? Optional.empty()
                    : Optional.of(new ReturnReason(staff.person(side.checkedBy()).fullName(), side.checkComment()));
            }
            case PeerReviewModel.REWORK_FORM -> audit.about(Exchange.subject(Long.parseLong(task.businessKey()))).stream()
                .filter(fact -> fact.type().equals(REOPENED) && fact.actorId() != null).reduce((earlier, later) -> later)
                .map(fact -> new ReturnReason(staff.person(fact.actorId()).fullName(), fact.reason()));
            default -> Optional.empty();
        };
    }
}
