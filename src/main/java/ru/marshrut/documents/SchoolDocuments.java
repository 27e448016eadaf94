package ru.marshrut.documents;

/** Where the documents of a school's year lie: several stages of the year add to them, read them, and hand them on. */
public final class SchoolDocuments {

    /** Resource type; its id is {@code <school>-<year>}. */
    public static final String TYPE = "school-documents";

    private SchoolDocuments() {}

    public static String id(long schoolId, int year) {
        return schoolId + "-" + year;
    }

    public static Slot slot(long schoolId, int year, String kind) {
        return new Slot(TYPE, id(schoolId, year), kind);
    }
}
