package ru.marshrut.peerreview.pairing;

import java.util.List;

/** A hard rule that circles made by hand break. */
public record Violation(List<Long> schools, Reason rule) {

    /** The recorded consent of the coordinator is all that is missing. */
    public boolean curedByConsent() {
        return rule.code().equals(Word.CONSENT_MISSING.key());
    }
}
