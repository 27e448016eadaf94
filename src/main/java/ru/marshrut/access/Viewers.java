package ru.marshrut.access;

/** Who is looking. */
public interface Viewers {

    /** @return the person who has signed in; throws {@link IllegalStateException} when nobody has */
    Viewer current();

    Viewer of(long personId);
}
