package ru.marshrut.schoolyear;

import java.time.LocalDate;
import java.util.List;

/** The schools of a region and their days of a stage. */
public interface RegionStages {

    /** Schools whose year had begun by a day, also those that have left since, by municipality and name; one statement. */
    List<SchoolInStage> of(long regionId, int year, Stage stage, LocalDate on);

    /**
     * @param lastDay its own: a granted extension, else the published day, later for one that joined late; null where no road map gives one
     * @param leftOn  when it left the programme or was merged, if that was not after the day asked about; else null
     * @param merged  whether it was
     */
    record SchoolInStage(long yearId, long schoolId, String name, String municipality, LocalDate lastDay, LocalDate leftOn, boolean merged) {

        /** Whether it took part to the end of the day asked about. */
        public boolean takesPart() {
            return leftOn == null;
        }
    }
}
