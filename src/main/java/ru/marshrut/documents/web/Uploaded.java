package ru.marshrut.documents.web;

import java.util.List;

/** What became of an upload: one bad file does not spoil the others. */
record Uploaded(List<DocumentView> accepted, List<Problem> problems) {

    /**
     * A file that was refused.
     *
     * @param name    of the file, or null where the whole request was refused
     * @param message in Russian: what is wrong and what to do
     */
    record Problem(String name, String message) {}
}
