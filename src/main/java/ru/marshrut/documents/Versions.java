package ru.marshrut.documents;

import java.time.Instant;
import java.util.List;

/** Every file that a slot ever had. */
public interface Versions {

    /** All versions of a slot, the removed ones too, oldest first. */
    List<Version> of(Slot slot);

    /** All versions of all slots of a subject, by kind, oldest first. */
    List<Version> versionsOf(String subjectType, String subjectId);

    /** @throws java.util.NoSuchElementException for an unknown id */
    Version version(long documentId);

    /** @param removal how the file left its slot, or null while it is there */
    record Version(StoredDocument document, Removal removal) {}

    /**
     * @param by     person, or null where the system replaced a file of its own
     * @param reason in the person's words, or null
     */
    record Removal(Instant at, Long by, String reason) {}
}
