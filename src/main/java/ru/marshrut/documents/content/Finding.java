package ru.marshrut.documents.content;

/**
 * What a look into a file found.
 *
 * @param mediaType type by content
 * @param flaw      why it cannot be accepted, or null
 */
record Finding(String mediaType, Flaw flaw) {

    /** An Office document that cannot be looked into, so that its exact type stays unknown. */
    static final String OFFICE = "application/x-tika-ooxml";

    enum Flaw { DAMAGED, ENCRYPTED, MACROS, BOMB }

    static Finding sound(String mediaType) {
        return new Finding(mediaType, null);
    }

    static Finding sound(DocumentType type) {
        return sound(type.mediaType());
    }

    static Finding flawed(DocumentType type, Flaw flaw) {
        return new Finding(type.mediaType(), flaw);
    }
}
