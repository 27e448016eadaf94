package ru.marshrut.roadmap.reading;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text and its words, told apart so that case, «ё», dashes and letters typed with the wrong keyboard make no difference. */
record Wording(String text, List<Word> words) {

    private static final Pattern WORD = Pattern.compile("\\d{1,9}(?:[.,]\\d{1,9})?\\+?|\\p{L}+|[%№,;]");

    /** End of a sentence; the full stop of an abbreviation («соц. сетях», «2021 г.», «1.») is none. */
    private static final Pattern SENTENCE_END = Pattern.compile(
        "[;!?]|\\n(?=\\s*(?:\\p{Lu}\\p{Ll}|[•·*]|[-–—]\\s|\\d+\\s*%))"
            + "|(?<=\\p{L}{3}|[%)»+\\d]|\\sг)\\.(?=\\s+[\\p{Lu}\\d«]|\\s*$)");

    private static final String LATIN = "aceopxykmthbi";
    private static final String CYRILLIC = "асеорхукмтнві";

    /**
     * @param text      in lower case, «ё» as «е»
     * @param newItem   whether it begins a line with a capital letter
     */
    record Word(String text, int from, int to, boolean newItem) {

        boolean isA(String forms) {
            return Forms.match(forms, text);
        }
    }

    static Wording of(String text) {
        String composed = text == null ? "" : Normalizer.normalize(text, Normalizer.Form.NFC);
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(composed);
        int end = 0;
        while (matcher.find()) {
            boolean newLine = composed.substring(end, matcher.start()).indexOf('\n') >= 0;
            String raw = matcher.group();
            words.add(new Word(plain(raw), matcher.start(), matcher.end(), newLine && Character.isUpperCase(raw.charAt(0))));
            end = matcher.end();
        }
        return new Wording(composed, List.copyOf(words));
    }

    /** The sentences of a text; of an empty one, none. */
    static List<Wording> sentences(String text) {
        return SENTENCE_END.splitAsStream(text == null ? "" : text).map(String::strip).map(Wording::of)
            .filter(sentence -> !sentence.words().isEmpty()).toList();
    }

    int size() {
        return words.size();
    }

    Word word(int index) {
        return words.get(index);
    }

    boolean is(int index, String forms) {
        return index >= 0 && index < size() && words.get(index).isA(forms);
    }

    boolean has(String forms) {
        return words.stream().anyMatch(word -> word.isA(forms));
    }

    /** Whether words of these forms stand one after another. */
    boolean hasPhrase(String phrase) {
        String[] forms = phrase.split(" ");
        for (int from = 0; from + forms.length <= size(); from++) {
            int at = 0;
            while (at < forms.length && is(from + at, forms[at])) {
                at++;
            }
            if (at == forms.length) {
                return true;
            }
        }
        return false;
    }

    /** The text of some words as it was written. */
    String written(int from, int to) {
        return from >= to ? "" : text.substring(words.get(from).from(), words.get(to - 1).to()).strip();
    }

    /** The text from a word up to another, with what stands between and after the words. */
    String upTo(int from, int to) {
        return text.substring(from == 0 ? 0 : words.get(from).from(), to < size() ? words.get(to).from() : text.length());
    }

    /** The text between two neighbouring words. */
    String between(int left) {
        return text.substring(words.get(left).to(), words.get(left + 1).from());
    }

    Wording part(int from, int to) {
        return of(written(from, to));
    }

    private static String plain(String raw) {
        String lower = raw.toLowerCase(Locale.ROOT).replace('ё', 'е');
        boolean mixed = lower.chars().anyMatch(letter -> Character.UnicodeBlock.of(letter) == Character.UnicodeBlock.CYRILLIC);
        if (!mixed) {
            return lower;
        }
        StringBuilder plain = new StringBuilder(lower);
        for (int i = 0; i < plain.length(); i++) {
            int at = LATIN.indexOf(plain.charAt(i));
            if (at >= 0) {
                plain.setCharAt(i, CYRILLIC.charAt(at));
            }
        }
        return plain.toString();
    }
}
