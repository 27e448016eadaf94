package ru.marshrut.roadmap.reading;

/**
 * The forms of a word, as a vocabulary writes them: {@code куратор*} stands for all words that begin so, {@code *ипкро}
 * for all that end so, {@code шнор} for itself, {@code школ*|оо} for either.
 */
final class Forms {

    private Forms() {}

    static boolean match(String forms, String word) {
        int from = 0;
        while (from <= forms.length()) {
            int bar = forms.indexOf('|', from);
            int to = bar < 0 ? forms.length() : bar;
            if (to > from && matchOne(forms, from, to, word)) {
                return true;
            }
            from = to + 1;
        }
        return false;
    }

    private static boolean matchOne(String forms, int from, int to, String word) {
        if (forms.charAt(from) == '*') {
            int length = to - 1 - from;
            return word.length() >= length && word.regionMatches(word.length() - length, forms, from + 1, length);
        }
        if (forms.charAt(to - 1) == '*') {
            return word.length() >= to - 1 - from && word.regionMatches(0, forms, from, to - 1 - from);
        }
        return word.length() == to - from && word.regionMatches(0, forms, from, to - from);
    }
}
