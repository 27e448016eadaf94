package ru.marshrut.territory.imports;

import java.util.Locale;

/** How words are compared: case, spaces and «ё» make no difference. */
final class Key {

    private Key() {}

    static String of(String text) {
        return text.replaceAll("[\\s\\u00a0\\u202f]+", " ").strip().toLowerCase(Locale.ROOT).replace('ё', 'е');
    }
}
