package ru.marshrut.expertise.web;

import java.util.List;

/**
 * A page of a long list.
 *
 * @param page from 1 on
 * @param of   how many lines there are in all
 */
record Paged<T>(List<T> lines, int page, int pages, int of) {

    private static final int LINES = 50;

    /** @param page a page that does not exist is read as the nearest one that does */
    static <T> Paged<T> of(List<T> all, int page) {
        int pages = Math.max(1, (all.size() + LINES - 1) / LINES);
        int shown = Math.min(Math.max(page, 1), pages);
        return new Paged<>(all.subList((shown - 1) * LINES, Math.min(all.size(), shown * LINES)), shown, pages, all.size());
    }
}
