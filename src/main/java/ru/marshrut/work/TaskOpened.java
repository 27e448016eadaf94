package ru.marshrut.work;

/** It is somebody's turn. {@code returned} where the same step comes back to the same side. */
public record TaskOpened(String taskId, boolean returned) {}
