package ru.marshrut.schoolyear.concept;

import java.time.Instant;
import java.util.List;
import ru.marshrut.documents.StoredDocument;

/**
 * A document of a school's year and where it stands.
 *
 * @param required  whether the region asks for it now
 * @param files     current ones
 * @param sentAt    when it was last handed to the curator, or null
 * @param decidedBy who last decided on it, or null
 * @param comment   of that decision, or null
 * @param changed   whether its files are not those that the last decision was about
 */
public record ConceptDocument(String kind, String name, boolean required, State state, List<StoredDocument> files, Instant sentAt,
                              Instant decidedAt, Long decidedBy, String comment, boolean changed) {

    /** Words for users: {@code schoolyear.concept.state.<name>}. */
    public enum State {
        /** Not handed to the curator yet. */
        PREPARED,
        /** With the curator. */
        SENT,
        APPROVED,
        RETURNED,
        /** Was approved; the school prepares a new version. */
        CHANGING
    }

    /** The school can upload and has to hand it in. */
    public boolean isWithSchool() {
        return state != State.SENT && state != State.APPROVED;
    }

    /** Nothing is left to do for the school before it can be handed in: a returned one has to be another than before. */
    public boolean isReady() {
        return !files.isEmpty() && (state != State.RETURNED && state != State.CHANGING || changed);
    }
}
