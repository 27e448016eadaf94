package ru.marshrut.roadmap.reading;

import java.io.InputStream;
import java.util.List;

/** Reads the tables of an order and understands their rows. Keeps nothing. */
public interface RoadMapReading {

    /** In one source, all tables together. */
    int MOST_ROWS = 20_000;

    /**
     * Tables of a pasted text: lines whose cells are divided by tabs, as Word and Excel copy them. The text of the order
     * around them is passed over.
     *
     * @throws ru.marshrut.shared.Refusal where the text holds no table or more than {@link #MOST_ROWS} rows
     */
    List<RawTable> fromText(String text);

    /**
     * Tables of a DOCX or XLSX file, told apart by content.
     *
     * @throws ru.marshrut.shared.Refusal where the file is neither, cannot be read, or holds no table or more than
     *                                    {@link #MOST_ROWS} rows
     */
    List<RawTable> fromFile(String fileName, InputStream content);

    /** The tables that can be a road map; a table without a column of dates is none and is left out. */
    List<ReadTable> read(List<RawTable> tables, ReadingContext context);
}
