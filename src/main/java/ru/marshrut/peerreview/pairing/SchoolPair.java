package ru.marshrut.peerreview.pairing;

/** Two schools without an order: {@code of(a, b)} equals {@code of(b, a)}. */
public record SchoolPair(long first, long second) {

    public SchoolPair {
        if (first >= second) {
            throw new IllegalArgumentException("a pair needs two different schools, the lower id first: "
                    + first + ", " + second);
        }
    }

    public static SchoolPair of(long one, long other) {
        return new SchoolPair(Math.min(one, other), Math.max(one, other));
    }
}
