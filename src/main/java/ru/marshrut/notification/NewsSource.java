package ru.marshrut.notification;

import java.time.Instant;
import java.util.List;

/** Implemented by a module that has news of schools for the digest of their curators and municipal coordinators. */
public interface NewsSource {

    /** News of a region's schools in the span {@code (from, until]}, oldest first. */
    List<SchoolNews> newsOf(long regionId, Instant from, Instant until);

    /**
     * @param text in Russian, one sentence that names the school
     * @param path page to read more, begins with a slash
     */
    record SchoolNews(long schoolId, String text, String path) {}
}
