package ru.marshrut.notification;

/** The way out for letters. A letter is put into the outbox in the running transaction and sent after its commit. */
public interface Post {

    /** Sends once per {@link Letter#occasion()} and recipient: the same letter put in again is ignored. */
    void send(Letter letter);
}
