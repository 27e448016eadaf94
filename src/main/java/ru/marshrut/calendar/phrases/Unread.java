package ru.marshrut.calendar.phrases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The words of a phrase that nothing could be made of. */
final class Unread {

    private static final int LONGEST = 120;

    private final String text;
    private final List<Token> tokens;
    private final List<int[]> runs = new ArrayList<>();

    Unread(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    void add(int from, int to) {
        int[] last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        if (last != null && last[1] == from) {
            last[1] = to;
        } else {
            runs.add(new int[] {from, to});
        }
    }

    boolean none() {
        return runs.isEmpty();
    }

    /** Whether there are letters or figures among them at all. */
    boolean onlySigns() {
        return runs.stream().allMatch(run -> words(run).chars().noneMatch(Character::isLetterOrDigit));
    }

    /** In the order of the phrase, shortened where they are many. */
    String words() {
        StringBuilder words = new StringBuilder();
        int before = -1;
        for (int[] run : runs.stream().sorted(Comparator.comparing(run -> run[0])).toList()) {
            words.append(words.isEmpty() ? "" : run[0] == before ? " " : " … ").append(words(run));
            before = run[1];
            if (words.length() > LONGEST) {
                return words.substring(0, LONGEST).strip() + "…";
            }
        }
        return words.toString();
    }

    private String words(int[] run) {
        return text.substring(tokens.get(run[0]).start(), tokens.get(run[1] - 1).end()).replaceAll("\\s+", " ");
    }
}
