package ru.marshrut.peerreview;

import java.util.Optional;
import ru.marshrut.peerreview.process.PeerReviewModel;

/** What a school achieves in a circle, in this order; several steps of the process may lead to one. */
public enum Milestone {
    CONFIRMATION, DOCUMENTS, FORM, MEETING, FINAL_FILE, CHECK;

    /** Key of the process whose steps these are; its business key is the circle's id. */
    public static final String PROCESS = PeerReviewModel.KEY;

    /** Empty for the decisions of coordinators about a whole circle. */
    public static Optional<Milestone> of(String step) {
        return Optional.ofNullable(switch (step) {
            case PeerReviewModel.CONFIRM_PARTNER -> CONFIRMATION;
            case PeerReviewModel.DELIVER_PACKAGE -> DOCUMENTS;
            case PeerReviewModel.CHOOSE_SLOTS, PeerReviewModel.CONSENT_TO_DATE, PeerReviewModel.RECORD_MEETING -> MEETING;
            case PeerReviewModel.PREFILL_FORM, PeerReviewModel.FINISH_FORM, PeerReviewModel.REWORK_FORM -> FORM;
            case PeerReviewModel.UPLOAD_FINAL_FILE -> FINAL_FILE;
            case PeerReviewModel.CHECK_UPLOAD -> CHECK;
            default -> null;
        });
    }

    /** Whether one step of the process serves every side of the circle. */
    public static boolean isShared(String step) {
        return of(step).isEmpty() || step.equals(PeerReviewModel.CONSENT_TO_DATE) || step.equals(PeerReviewModel.RECORD_MEETING);
    }
}
