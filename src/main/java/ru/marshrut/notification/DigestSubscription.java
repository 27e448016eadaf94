package ru.marshrut.notification;

/** Whether a person wants the daily digest. Letters that cannot wait are sent to everybody. */
public interface DigestSubscription {

    boolean wanted(long personId);

    void choose(long personId, boolean wanted);
}
