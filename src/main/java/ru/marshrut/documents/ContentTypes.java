package ru.marshrut.documents;

import java.io.IOException;
import java.nio.file.Path;

/** Tells by content what a file is that another module reads itself and does not keep as a document. */
public interface ContentTypes {

    /**
     * @param name for the messages only
     * @return the usual extension of the type: one of those that the rules name
     * @throws ru.marshrut.shared.Refusal when the file is empty, too large, of another type, encrypted, damaged, with
     *                                    macros, unpacks to an absurd size, or holds a virus
     */
    String extensionOf(Path file, String name, SlotRules rules) throws IOException;
}
