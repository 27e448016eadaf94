package ru.marshrut.calendar;

import java.util.List;

/** Reads Russian phrases that name days, spans of days and rates. */
public interface DatePhrases {

    /**
     * Reads the words of a deadline.
     *
     * @param year that is meant where the words name none
     */
    DatePhrase read(String words, int year);

    /** Dates and rates that a running text mentions, in its order; a bare year («на 2022 год») is none. */
    List<DatePhrase> mentionedIn(String text, int year);
}
