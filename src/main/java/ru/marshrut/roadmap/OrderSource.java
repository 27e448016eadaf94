package ru.marshrut.roadmap;

import org.springframework.core.io.InputStreamSource;

/** What a road map is imported from. */
public sealed interface OrderSource {

    /** A text as copied out of a document: cells of a table are divided by tabs. */
    record Pasted(String text) implements OrderSource {}

    /** @param content can be read more than once */
    record Uploaded(String fileName, InputStreamSource content) implements OrderSource {}
}
