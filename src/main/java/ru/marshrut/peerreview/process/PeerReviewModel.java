package ru.marshrut.peerreview.process;

import java.util.Map;
import java.util.Optional;
import ru.marshrut.peerreview.Stage;

/** {@code processes/peerreview/peer-review.bpmn}: one circle. Business key: the circle's id. */
public final class PeerReviewModel {

    public static final String KEY = "peer-review";

    public static final String CONFIRM_PARTNER = "task_confirmPartner";
    public static final String DELIVER_PACKAGE = "task_deliverPackage";
    public static final String DECIDE_ON_SILENT_PARTNER = "task_decideOnSilentPartner";
    public static final String PREFILL_FORM = "task_prefillForm";
    public static final String CHOOSE_SLOTS = "task_chooseSlots";
    public static final String CONSENT_TO_DATE = "task_consentToDate";
    public static final String RECORD_MEETING = "task_recordMeeting";
    public static final String FINISH_FORM = "task_finishForm";
    public static final String DECIDE_ON_LATE_FORMS = "task_decideOnLateForms";
    public static final String UPLOAD_FINAL_FILE = "task_uploadFinalFile";
    public static final String CHECK_UPLOAD = "task_checkUpload";
    public static final String DECIDE_ON_EXTENSION = "task_decideOnExtension";
    public static final String REWORK_FORM = "task_reworkForm";
    public static final String PLACE_REMAINING = "task_placeRemaining";

    public static final String EXCHANGE_TIMER = "timer_exchangeDue";
    public static final String FORMS_TIMER = "timer_formsDue";
    public static final String MEETING_TIMER = "timer_meetingStarts";

    public static final String SCHOOL_WITHDREW = "peerReview.schoolWithdrew";
    public static final String MEETING_MOVED = "peerReview.meetingMoved";
    public static final String EXTENSION_REQUESTED = "peerReview.extensionRequested";
    public static final String FORM_REOPENED = "peerReview.formReopened";

    /** {@code Date}: when the exchange of documents ends. */
    public static final String EXCHANGE_DUE = "exchangeDue";
    /** {@code Date}: when the forms are to be finished. */
    public static final String FORMS_DUE = "formsDue";
    /** {@code Date}: when the meeting starts. */
    public static final String MEETING_START = "meetingStart";
    /** {@code Long}: the side that a step per school is for. */
    public static final String SCHOOL_ID = "schoolId";
    /** {@code Long}: the request that is to be decided. */
    public static final String EXTENSION_ID = "extensionId";
    /** {@code String}: a {@link ru.marshrut.peerreview.SilentDecision}. */
    public static final String SILENT_DECISION = "silentDecision";
    /** {@code String}: EXTEND or FINISH. */
    public static final String LATE_DECISION = "lateDecision";
    /** {@code Boolean}: at least one side has a partner to review. */
    public static final String BOTH_SIDES = "bothSides";
    /** {@code Boolean}: a time was found at which every side can come. */
    public static final String COMMON_TIME = "commonTime";
    /** {@code Boolean}: the meeting lies in the published window. */
    public static final String IN_WINDOW = "inWindow";
    /** {@code Boolean}: the coordinator consents to a meeting outside of the window. */
    public static final String CONSENT_GIVEN = "consentGiven";
    /** {@code Boolean}: the placed file was accepted. */
    public static final String UPLOAD_ACCEPTED = "uploadAccepted";
    /** {@code Boolean}: schools of a dissolved circle need a partner. */
    public static final String SCHOOLS_REMAIN = "schoolsRemain";

    private static final Map<String, Stage> STAGES = Map.of(
        CONFIRM_PARTNER, Stage.NOTICE, DELIVER_PACKAGE, Stage.EXCHANGE, CHOOSE_SLOTS, Stage.MEETING, RECORD_MEETING, Stage.MEETING,
        PREFILL_FORM, Stage.MEETING, FINISH_FORM, Stage.FINAL, REWORK_FORM, Stage.FINAL, UPLOAD_FINAL_FILE, Stage.FINAL);

    private PeerReviewModel() {}

    /** The stage whose date a school's step keeps; empty for the decisions of coordinators and curators. */
    public static Optional<Stage> stageOf(String step) {
        return Optional.ofNullable(STAGES.get(step));
    }
}
