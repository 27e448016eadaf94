package ru.marshrut.schoolyear.concept;

import ru.marshrut.schoolyear.SchoolYear;

/** What concept documents ask of the engine. */
public interface ConceptEngine {

    /** Whether the school's documents are being worked on. */
    boolean isRunning(long yearId);

    /** Documents that were placed are handed in and checked again, beside the rest of the year. */
    void startAgain(SchoolYear year);
}
