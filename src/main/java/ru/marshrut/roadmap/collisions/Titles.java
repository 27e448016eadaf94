package ru.marshrut.roadmap.collisions;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Titles say the same where most of their words agree, whatever their endings. */
final class Titles {

    private static final int STEM = 6;
    private static final int SHORTEST = 4;
    private static final double AGREEING = 0.7;

    private Titles() {}

    static boolean agree(String one, String other) {
        Set<String> words = stems(one);
        Set<String> others = stems(other);
        if (words.size() < 2 || others.size() < 2) {
            return !words.isEmpty() && words.equals(others);
        }
        Set<String> common = new HashSet<>(words);
        common.retainAll(others);
        Set<String> all = new HashSet<>(words);
        all.addAll(others);
        return common.size() >= AGREEING * all.size();
    }

    private static Set<String> stems(String title) {
        return Arrays.stream(title.toLowerCase(Locale.ROOT).replace('ё', 'е').split("[^\\p{L}\\p{N}]+"))
            .filter(word -> word.length() >= SHORTEST || word.chars().allMatch(Character::isDigit) && !word.isEmpty())
            .map(word -> word.length() > STEM ? word.substring(0, STEM) : word).collect(Collectors.toSet());
    }
}
