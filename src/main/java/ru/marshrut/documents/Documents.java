package ru.marshrut.documents;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Documents in slots. Every accepted file is a version; nothing is ever overwritten or lost, a replaced or removed
 * file stays readable in the history of its slot.
 */
public interface Documents {

    /** Resource type of a single file, its id is the file's: by it people are given files of a subject that is else not theirs. */
    String FILE = "document";

    /**
     * Checks a file by its content and stores it as the next version in its slot.
     *
     * @throws ru.marshrut.shared.Refusal when type, size, number or content is not allowed; the slot is unchanged
     */
    StoredDocument accept(Slot slot, SlotRules rules, String fileName, InputStream content) throws IOException;

    /**
     * Stores a file that the system made itself (such as the final file), without the rules for uploads. It replaces what
     * the system made for the slot before, which stays readable by its id.
     */
    StoredDocument keep(Slot slot, String fileName, String mediaType, InputStream content) throws IOException;

    /** Current files of a slot, in the order of upload. */
    List<StoredDocument> in(Slot slot);

    /** All current files of a subject, by kind. */
    List<StoredDocument> of(String subjectType, String subjectId);

    /** Takes a file out of its slot; its content and history stay. */
    void remove(long documentId, String reason);

    StoredDocument document(long documentId);

    /** Content of a stored file; the caller closes it. Access is the caller's business ({@code /documents/{id}} checks it itself). */
    InputStream open(long documentId) throws IOException;
}
