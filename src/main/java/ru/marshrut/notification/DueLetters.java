package ru.marshrut.notification;

import java.time.Instant;
import java.util.Optional;

/** The outbox, for whoever moves the clock and must not go on before its letters have left. */
public interface DueLetters {

    /** @return the first instant after now at which a letter that waits for it, such as for the morning, may leave */
    Optional<Instant> nextAfter(Instant now);

    /** Whether letters that may leave now have not left yet; those that failed and wait for another attempt do not count. */
    boolean underWay(Instant now);

    /** Sends what may leave now. Returns when it is done or the mail server cannot be reached; the rest is tried later. */
    void send();
}
