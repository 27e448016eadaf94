package ru.marshrut.peerreview.report;

import java.time.LocalDate;
import java.util.List;

/**
 * How far a school is in its circle. A day is null where the step is not done.
 *
 * @param uploadedUnder the risk under which the final file was placed in ИС МЭДК
 * @param checkedBy     who checked the upload
 * @param lateness      the steps done after their day, or not done although it has passed
 */
public record SchoolProgress(String school, String municipality, LocalDate confirmedOn, LocalDate documentsOn, LocalDate formOn,
                             LocalDate finalFileOn, LocalDate uploadedOn, String uploadedUnder, LocalDate checkedOn,
                             String checkedBy, List<Lateness> lateness) {

    public SchoolProgress {
        lateness = List.copyOf(lateness);
    }

    boolean isLate() {
        return !lateness.isEmpty();
    }

    /** @param days calendar days after the due day; for an open step up to the day of the report */
    public record Lateness(Step step, long days, boolean open) {}

    public enum Step { CONFIRMATION, DOCUMENTS, MEETING, FORM, FINAL_FILE, UPLOAD, CHECK }
}
