package ru.marshrut.roadmap.reading;

import java.io.InputStream;
import java.util.List;

/** Reads the tables of an order and understands their rows. Keeps nothing. */
public interface RoadMapReading {

    /** Tables of a pasted text: lines whose cells are divided by tabs, as Word copies them. */
    List<RawTable> fromText(String text);

    /**
     * Tables of a DOCX or XLSX file, told apart by content.
     *
     * @throws ru.marshrut.shared.Refusal where the file is neither, cannot be read, or holds no table
     */
    List<RawTable> fromFile(String fileName, InputStream content);

    /** The tables that can be a road map; a table without a column of dates is none and is left out. */
    List<ReadTable> read(List<RawTable> tables, ReadingContext context);
}
