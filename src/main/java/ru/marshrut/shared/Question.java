package ru.marshrut.shared;

import java.util.List;

/**
 * What the system cannot decide by itself, or wants to be noticed. The code is a key of the message bundles; its text
 * names the place, what was understood and what is asked for.
 */
public record Question(String code, List<Object> arguments) {

    public Question {
        arguments = List.copyOf(arguments);
    }

    public static Question of(String code, Object... arguments) {
        return new Question(code, List.of(arguments));
    }
}
