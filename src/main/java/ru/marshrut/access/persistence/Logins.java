package ru.marshrut.access.persistence;

import java.util.Optional;

/** What the sign-in needs to know of accounts. */
public interface Logins {

    /** Wrong tries after which an account is locked. */
    int TRIES = 10;

    /** Minutes of system time that a lock lasts. */
    int LOCK_MINUTES = 15;

    /** The account of an e-mail, in any case of letters; empty without a password. */
    Optional<Login> byEmail(String email);

    /** Counts a wrong try and locks the account after {@link #TRIES}. */
    void failed(long personId);

    void succeeded(long personId);

    /** Whether a session that began with this version of the account may go on. */
    boolean isCurrent(long personId, int version);

    record Login(long personId, String passwordHash, int version, boolean disabled, boolean locked) {}
}
