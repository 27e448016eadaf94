package ru.marshrut.access;

import java.util.Collection;
import java.util.Set;

/**
 * Accounts of persons. They follow from appointments: who holds none today cannot sign in, whatever stands here. The
 * login is the person's e-mail, in any case of letters.
 */
public interface Accounts {

    /** Fewest characters of a password. */
    int SHORTEST_PASSWORD = 12;

    /** Most bytes of a password in UTF-8; what lies beyond would not be hashed. */
    int LONGEST_PASSWORD_BYTES = 72;

    /**
     * Sets a person's password, ends his earlier sessions and withdraws links that were sent before.
     *
     * @throws ru.marshrut.shared.Refusal      of field {@code password}, when it breaks the policy
     * @throws java.util.NoSuchElementException for an unknown person
     */
    void setPassword(long personId, String raw);

    /** Those of the people who have no password yet; an account that was closed is an account. */
    Set<Long> withoutAccount(Collection<Long> personIds);

    /** @return path of a one-time page on which the person sets a password within seven days, such as {@code /password/Zm9v…} */
    String inviteLink(long personId);

    /**
     * Publishes {@link PasswordLinkRequested} where the address belongs to somebody who may sign in, at most once in
     * five minutes. Tells nobody whether it does.
     */
    void requestLink(String email);

    /** Whether the token of a link is known and still good. */
    boolean isOpen(String token);

    /**
     * Sets the password of the link's person and uses the link up.
     *
     * @throws ru.marshrut.shared.Refusal when the link is used up or too old, or the password breaks the policy
     */
    void redeem(String token, String raw);

    /** Closes the sign-in of a person, at once also for running sessions. */
    void disable(long personId, String reason);

    void enable(long personId);
}
