package ru.marshrut.documents;

/**
 * Where documents belong: a subject ({@code subjectType} is the resource type that {@link ru.marshrut.access.ResourcePolicy}
 * answers for, such as {@code "package"}) and a kind of document, such as {@code "antiriskProgramme"}.
 */
public record Slot(String subjectType, String subjectId, String kind) {}
