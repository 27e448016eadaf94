package ru.marshrut.expertise;

import java.time.Instant;
import java.util.List;

/** The catalogue of remarks that experts pick from (seed 001, «Замечания»). A retired one stays where it was picked. */
public interface TypicalRemarks {

    /** Type of the audit's subject; the whole catalogue has one history. */
    String SUBJECT = "typical-remarks";

    /** Those that can be picked, in the order in which they came in. */
    List<TypicalRemark> offered();

    /** Retired ones too, since a check keeps what was picked for it. */
    List<TypicalRemark> all();

    /** @param retiredAt null while it can be picked */
    record TypicalRemark(long id, String text, String source, Instant retiredAt) {

        public boolean isOffered() {
            return retiredAt == null;
        }
    }
}
