package ru.marshrut.documents.storage;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.stream.Stream;

/** Keeps content under random keys. What was kept never changes. */
public interface ContentStore {

    /**
     * Streams content aside, so that it can be checked before it is kept. Reading stops right after the limit: a
     * received size above it means that the content is too large.
     *
     * @param maxBytes limit of the size
     */
    Received receive(InputStream content, long maxBytes) throws IOException;

    /**
     * Keeps received content durably: it is there as a whole or not at all.
     *
     * @return its key
     */
    String keep(Received received) throws IOException;

    /** The caller closes the stream. */
    InputStream open(String key) throws IOException;

    void delete(String key) throws IOException;

    /** Keys of content that is at least as old as said, by system time; the caller closes the stream. */
    Stream<String> olderThan(Duration age) throws IOException;

    /** Deletes what was received but never kept or discarded, such as at a crash. */
    void discardAbandoned(Duration age) throws IOException;
}
