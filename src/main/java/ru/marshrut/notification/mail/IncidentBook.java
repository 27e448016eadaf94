package ru.marshrut.notification.mail;

/** Where incidents are entered. */
public interface IncidentBook {

    /** @return whether it is new; a person has at most one unsettled incident */
    boolean enter(long personId, String address, String reply);
}
