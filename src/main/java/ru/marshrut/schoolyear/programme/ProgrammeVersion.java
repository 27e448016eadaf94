package ru.marshrut.schoolyear.programme;

import java.time.Instant;

/** @param remarks how many remarks were left when it was handed in */
public record ProgrammeVersion(long id, int number, Instant sentAt, long sentBy, int remarks, long documentId) {}
