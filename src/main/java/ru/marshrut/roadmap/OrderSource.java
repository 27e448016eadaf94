package ru.marshrut.roadmap;

import org.springframework.core.io.InputStreamSource;

/** What a road map is imported from. */
public sealed interface OrderSource {

    /** A text as copied out of a document: cells of a table are divided by tabs. */
    record Pasted(String text) implements OrderSource {

        /** Some programs end what they copy with a null character; it is no part of the text and cannot be stored. */
        public Pasted {
            text = text.replace("\0", "");
        }
    }

    /** @param content can be read more than once */
    record Uploaded(String fileName, InputStreamSource content) implements OrderSource {}
}
