package ru.marshrut.calendar;

import java.util.List;
import ru.marshrut.shared.Question;

/**
 * What the words of a deadline mean.
 *
 * @param words      as they were written
 * @param windows    in the order of the words; empty where nothing was understood
 * @param recurrence or null where it is done once in each window
 * @param questions  what needs a decision; empty where the words leave nothing open
 */
public record DatePhrase(String words, List<Window> windows, Recurrence recurrence, List<Question> questions) {

    public DatePhrase {
        windows = List.copyOf(windows);
        questions = List.copyOf(questions);
    }
}
