package ru.marshrut.audit;

/** What a fact is about, such as {@code ("circle", 12)}. */
public record Subject(String type, String id) {

    public static Subject of(String type, Object id) {
        return new Subject(type, String.valueOf(id));
    }
}
