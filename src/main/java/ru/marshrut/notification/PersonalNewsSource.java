package ru.marshrut.notification;

import java.time.Instant;
import java.util.List;

/** Implemented by a module that has news for single people, whatever their role, for their digest. */
public interface PersonalNewsSource {

    /** What people of a region's affairs are told of the span {@code (from, until]}. */
    List<PersonalNews> newsFor(long regionId, Instant from, Instant until);

    /**
     * @param text in Russian, one sentence
     * @param path page to read more, begins with a slash
     */
    record PersonalNews(long personId, String text, String path) {}
}
