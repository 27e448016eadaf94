package ru.marshrut.peerreview.process;

/** {@code processes/peerreview/peer-review-round.bpmn}: one round. Business key: the round's id. */
public final class PeerReviewRoundModel {

    public static final String KEY = "peer-review-round";

    public static final String FIX_INPUT = "task_fixInput";
    public static final String APPROVE_PAIRS = "task_approvePairs";
    public static final String SIGN_REPORT = "task_signReport";

    public static final String ALL_CIRCLES_FINISHED = "peerReview.allCirclesFinished";

    /** {@code Boolean}: a valid pairing exists. */
    public static final String PAIRING_FOUND = "pairingFound";
    /** {@code Boolean}: the coordinator approves the pairs; else they are proposed anew. */
    public static final String PAIRS_APPROVED = "pairsApproved";

    private PeerReviewRoundModel() {}
}
