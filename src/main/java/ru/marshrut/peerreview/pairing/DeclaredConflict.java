package ru.marshrut.peerreview.pairing;

/** A declared conflict of interest between two schools; the reason is shown as it was declared. */
public record DeclaredConflict(SchoolPair schools, String reason) {
}
