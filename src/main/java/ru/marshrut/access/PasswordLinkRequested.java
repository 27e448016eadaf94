package ru.marshrut.access;

/**
 * A person wants to set a password; the link is to be mailed.
 *
 * @param path of the one-time page, without host; a secret, never to be logged
 */
public record PasswordLinkRequested(long personId, String path) {

    @Override
    public String toString() {
        return "PasswordLinkRequested[personId=" + personId + "]";
    }
}
