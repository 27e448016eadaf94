package ru.marshrut.roadmap.process;

/** {@code processes/roadmap/school-measure.bpmn}: the document of one school. Business key: id of the {@code school_measure}. */
public final class SchoolMeasureModel {

    public static final String KEY = "school-measure";

    public static final String PLACE_DOCUMENT = "task_placeDocument";
    public static final String CONFIRM_DOCUMENT = "task_confirmDocument";

    public static final String MEASURE_ENDED = "schoolMeasure.measureEnded";

    /** {@code Long}: the school. */
    public static final String SCHOOL_ID = "schoolId";
    /** {@code Boolean}: the document counts when the curator has confirmed it. */
    public static final String CONFIRMATION = "confirmation";
    /** {@code Boolean}: the curator has confirmed it. */
    public static final String CONFIRMED = "confirmed";

    private SchoolMeasureModel() {}
}
