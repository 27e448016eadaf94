package ru.marshrut.peerreview;

import java.util.List;
import ru.marshrut.documents.Slot;

/** The package that partners exchange (seed 001: «Рисковый профиль, Концепция развития, Среднесрочная программа, Антирисковая программа»). */
public final class PackageKinds {

    public static final List<String> ALL = List.of("riskProfile", "developmentConcept", "midTermProgramme", "antiriskProgramme");

    /** Resource type of what the system makes for a side; its id is {@code <circle>-<school>}. */
    public static final String CIRCLE_SIDE = "circle-side";

    public static final String FINAL_FILE = "finalFile";

    private PackageKinds() {}

    public static Slot finalFile(long circleId, long schoolId) {
        return new Slot(CIRCLE_SIDE, circleId + "-" + schoolId, FINAL_FILE);
    }
}
