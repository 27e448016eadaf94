package ru.marshrut.notification.persistence;

import java.security.SecureRandom;
import java.util.Base64;

/** Tokens that nobody can guess: 256 random bits. */
final class SecretTokens {

    private static final SecureRandom RANDOM = new SecureRandom();

    private SecretTokens() {}

    static String next() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
