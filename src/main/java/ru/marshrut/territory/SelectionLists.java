package ru.marshrut.territory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Lists of the selection as workbooks (XLSX): codes of schools, candidates for curators. */
public interface SelectionLists {

    void writeSchoolTemplate(OutputStream target) throws IOException;

    void writeCandidateTemplate(OutputStream target) throws IOException;

    /**
     * Whom a list of school codes names. Reads only. Throws {@link ru.marshrut.shared.Refusal} where the file is not a
     * workbook that can be read.
     */
    Schools readSchools(long regionId, InputStream content);

    /** Keeps a list of candidates until it is confirmed, at most a week; refuses as {@link #readSchools} does. */
    long uploadCandidates(long regionId, String fileName, InputStream content);

    /** What the list would do now. Reads only. Throws {@link ru.marshrut.shared.NotYours} for an upload of another region. */
    CandidateList previewCandidates(long regionId, long uploadId, int year);

    /**
     * Adds people who are not known, and enters the applications, all or none; a confirmed list changes nothing again.
     *
     * @param fingerprint of what was looked at; throws {@link ru.marshrut.shared.Refusal} where it is other by now, or has problems
     * @return how many have applied by it
     */
    int confirmCandidates(long regionId, long uploadId, int year, LocalDate on, String fingerprint);

    /** @param schoolIds in the order of the file */
    record Schools(List<Long> schoolIds, List<ImportProblem> problems) {}

    /** @param confirmedAt when it was carried out, or null; then the rest is empty */
    record CandidateList(long id, String fileName, Instant confirmedAt, List<ImportProblem> problems, List<Line> lines, String fingerprint) {

        public long applying() {
            return lines.stream().filter(Line::applies).count();
        }
    }

    /**
     * @param personId null where the person is new
     * @param now      where the candidate is already, or null
     */
    record Line(int row, String fullName, String email, String phone, Long schoolId, Long personId, Candidates.State now) {

        public boolean applies() {
            return Candidates.State.APPLIED.canFollow(now);
        }
    }
}
