package ru.marshrut.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** Archives of current documents for people: ZIP with a list. */
public interface Bundles {

    /**
     * Writes the archive as it is read from the store; a folder for each kind of document, and «Опись.txt» as the last
     * entry. Access is the caller's business. The stream stays open.
     */
    void write(List<Part> parts, OutputStream target) throws IOException;

    /**
     * The documents of one subject.
     *
     * @param folder where they lie in the archive, such as the school's name; empty for the archive's root
     * @param kinds  names of those kinds of document that only the subject's owner can name
     */
    record Part(String folder, String subjectType, String subjectId, Map<String, String> kinds) {

        public Part(String folder, String subjectType, String subjectId) {
            this(folder, subjectType, subjectId, Map.of());
        }
    }
}
