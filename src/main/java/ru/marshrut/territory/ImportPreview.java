package ru.marshrut.territory;

import java.time.Instant;
import java.util.List;

/**
 * What an uploaded workbook would do to a region now: its problems, or its differences from what is there.
 *
 * @param fingerprint changes when the differences change
 * @param confirmedAt when it was carried out, or null
 */
public record ImportPreview(long id, long regionId, String fileName, Instant uploadedAt, Instant confirmedAt,
                            List<ImportProblem> problems, List<Section> sections, String fingerprint) {

    public enum Kind { ADDED, CHANGED, ENDED }

    /** The differences of one sheet, in the order of its rows. */
    public record Section(String sheet, int unchanged, List<Difference> differences) {

        public long added() {
            return count(Kind.ADDED);
        }

        public long changed() {
            return count(Kind.CHANGED);
        }

        public long ended() {
            return count(Kind.ENDED);
        }

        private long count(Kind kind) {
            return differences.stream().filter(difference -> difference.kind() == kind).count();
        }
    }

    /** @param row the row of the sheet, from 1; {@code subject} and fields are words for users */
    public record Difference(Kind kind, int row, String subject, List<Field> fields) {}

    /** @param before empty where there was nothing */
    public record Field(String column, String before, String now) {}

    public boolean isSound() {
        return problems.isEmpty();
    }

    public long added() {
        return sections.stream().mapToLong(Section::added).sum();
    }

    public long changed() {
        return sections.stream().mapToLong(Section::changed).sum();
    }

    public long ended() {
        return sections.stream().mapToLong(Section::ended).sum();
    }

    public int unchanged() {
        return sections.stream().mapToInt(Section::unchanged).sum();
    }

    public boolean changesNothing() {
        return sections.stream().allMatch(section -> section.differences().isEmpty());
    }
}
