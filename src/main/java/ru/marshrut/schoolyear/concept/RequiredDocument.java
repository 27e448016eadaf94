package ru.marshrut.schoolyear.concept;

/** A document that a region asks of its schools; {@code name} in Russian. */
public record RequiredDocument(String kind, String name) {}
