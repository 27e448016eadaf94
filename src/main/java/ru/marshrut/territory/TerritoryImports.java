package ru.marshrut.territory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;

/**
 * Import of a region's territory from a workbook: upload, look at what it would do, confirm. What a file does not
 * name stays as it is, and an empty cell changes nothing; the directions that it names for a school and year
 * replace the former ones. Methods throw {@link ru.marshrut.shared.NotYours} for an upload of another region.
 */
public interface TerritoryImports {

    /** Largest workbook that is taken, in bytes. */
    int LARGEST = 10 * 1024 * 1024;

    /** Writes an empty workbook (XLSX) with headings, lists of choices and an explanation of each column. */
    void writeTemplate(OutputStream target) throws IOException;

    /**
     * Keeps a workbook until it is confirmed or discarded, at most a week.
     *
     * @return the upload's id; throws {@link ru.marshrut.shared.Refusal} where the file is not a workbook that can be read
     */
    long upload(long regionId, String fileName, InputStream content);

    /** Uploads that wait for confirmation, the latest first. */
    List<Waiting> waiting(long regionId);

    /** What the upload would do now. Reads only. For a confirmed upload only the fact of it is left. */
    ImportPreview preview(long regionId, long uploadId);

    /**
     * Carries the upload out in one transaction; a confirmed one changes nothing again.
     *
     * @param fingerprint of the preview that was looked at; throws {@link ru.marshrut.shared.Refusal} when the
     *     differences are others by now, or when the file has problems
     * @return what was done
     */
    ImportPreview confirm(long regionId, long uploadId, String fingerprint);

    void discard(long regionId, long uploadId);

    /** An upload that waits for confirmation. */
    record Waiting(long id, String fileName, Instant uploadedAt) {}
}
