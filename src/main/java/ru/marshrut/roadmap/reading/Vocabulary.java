package ru.marshrut.roadmap.reading;

import java.util.ArrayList;
import java.util.List;

/** Phrases and what they mean; where several begin at a word, the longest holds. */
final class Vocabulary<T> {

    private record Entry<T>(List<String> forms, T meaning) {}

    /** @param end index of the word after the phrase */
    record Found<T>(T meaning, int end) {}

    private final List<Entry<T>> entries = new ArrayList<>();

    /**
     * @param phrase forms of words (see {@link Forms}), divided by spaces; a form in square brackets may be missing
     */
    Vocabulary<T> with(String phrase, T meaning) {
        entries.add(new Entry<>(List.of(phrase.split(" ")), meaning));
        return this;
    }

    /** The phrase that begins at a word, or null. */
    Found<T> at(Wording wording, int from) {
        Found<T> longest = null;
        for (Entry<T> entry : entries) {
            int end = end(entry.forms(), 0, wording, from);
            if (end > from && (longest == null || end > longest.end())) {
                longest = new Found<>(entry.meaning(), end);
            }
        }
        return longest;
    }

    private static int end(List<String> forms, int form, Wording wording, int at) {
        if (form == forms.size()) {
            return at;
        }
        String next = forms.get(form);
        boolean optional = next.startsWith("[");
        String bare = optional ? next.substring(1, next.length() - 1) : next;
        int with = wording.is(at, bare) ? end(forms, form + 1, wording, at + 1) : -1;
        return with < 0 && optional ? end(forms, form + 1, wording, at) : with;
    }
}
