package ru.marshrut.documents;

import java.time.Instant;

/**
 * An accepted file.
 *
 * @param version  1 for the first file in the slot, counted up with each accepted one
 * @param size     bytes
 * @param sha256   lower-case hex
 * @param authorId person, or null where the system made it
 */
public record StoredDocument(long id, Slot slot, int version, String fileName, String mediaType, long size, String sha256,
                             Long authorId, Instant storedAt) {}
