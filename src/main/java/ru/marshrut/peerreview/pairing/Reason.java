package ru.marshrut.peerreview.pairing;

import java.util.List;

/**
 * A statement about schools as data; {@code messages/peerreview-pairing.properties} puts it into words.
 *
 * @param code key of the message
 * @param args its arguments in the order of the message: names as they are, numbers as digits
 */
public record Reason(String code, List<String> args) {

    public Reason {
        args = List.copyOf(args);
    }

    static Reason of(Word word, String... args) {
        return new Reason(word.key(), List.of(args));
    }
}
