package ru.marshrut.documents.web;

import java.time.Instant;
import ru.marshrut.documents.StoredDocument;

/**
 * A file as the browser gets it.
 *
 * @param size   bytes
 * @param author full name, or null where the system made the file
 */
record DocumentView(long id, String kind, String name, int version, long size, String mediaType, String sha256, String author,
                    Instant storedAt, String url) {

    static DocumentView of(StoredDocument document, String author) {
        return new DocumentView(document.id(), document.slot().kind(), document.fileName(), document.version(), document.size(),
            document.mediaType(), document.sha256(), author, document.storedAt(), "/documents/" + document.id());
    }
}
