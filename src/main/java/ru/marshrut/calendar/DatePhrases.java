package ru.marshrut.calendar;

import java.util.List;

/**
 * Reads Russian phrases that name days, spans of days and rates. A single day is first and last day; «до», «по», «к»,
 * «не позднее» leave the first day open; a phrase without a day means the widest span that its words allow. What is not
 * wholly understood is asked, never guessed: what was understood stands in the windows all the same. A range without years
 * that ends earlier in the year than it begins runs over the end of the year.
 *
 * <p>An academic year is 1 September to 31 August: lessons end in May by each school's own calendar, but exams, reports
 * and holidays belong to it, and a span without days is read at its widest. «Учебный год» without its years is proposed
 * as the one that begins in the year that is meant, and asked.
 */
public interface DatePhrases {

    /**
     * Reads the words of a deadline. A rate without days («ежемесячно») has the year's span as its window.
     *
     * @param words may be null or empty, which is asked
     * @param year  that is meant where the words name none
     */
    DatePhrase read(String words, int year);

    /**
     * Dates and rates that a running text mentions, in its order; a bare year («на 2022 год») is none. A rate and a
     * date are two mentions, and a mentioned rate has no windows.
     */
    List<DatePhrase> mentionedIn(String text, int year);
}
