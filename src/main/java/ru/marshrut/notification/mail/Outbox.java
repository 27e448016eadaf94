package ru.marshrut.notification.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Letters on their way. Times of retries and leases are the database's own. */
public interface Outbox {

    boolean holds(long recipientId, String template, String occasion);

    /** @return whether it is new; the same recipient, template and occasion is kept once */
    boolean put(long recipientId, String template, String occasion, RenderedLetter letter, String messageId, Instant notBefore);

    /**
     * Takes letters for sending, in a transaction of its own, so that a crash leaves a trace. Letters whose former
     * sender let its lease expire are among them, in doubt.
     *
     * @param businessNow letters that wait for the morning are held against it
     */
    List<OutboxLetter> take(int atMost, Duration lease, Instant businessNow);

    /** @param forget whether the words are wiped, because they hold a secret */
    void sent(OutboxLetter letter, boolean forget);

    /** Gives a letter back that was not tried. */
    void release(OutboxLetter letter);

    /** Another attempt, one minute after the first, at most an hour apart. */
    void postpone(OutboxLetter letter, String reply, boolean inDoubt);

    void refused(OutboxLetter letter, String reply);

    void failed(OutboxLetter letter, String reply);

    /** Undelivered letters of a person are tried anew. */
    void revive(long recipientId);

    /** @return the first instant after {@code businessNow} at which a letter that waits for it may leave */
    Optional<Instant> firstWaitingAfter(Instant businessNow);

    /** Whether letters are being sent or may be sent at {@code businessNow}. */
    boolean holdsLettersFor(Instant businessNow);
}
