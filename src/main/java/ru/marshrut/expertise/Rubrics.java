package ru.marshrut.expertise;

import java.util.List;

/** The published versions of the rubrics. Reading throws {@link java.util.NoSuchElementException} for an unknown id. */
public interface Rubrics {

    Rubric get(long id);

    /** The latest published version of each rubric of a stage, the newest first. */
    List<Rubric> latest(int stage);
}
