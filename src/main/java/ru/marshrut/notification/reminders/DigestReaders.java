package ru.marshrut.notification.reminders;

import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;

/** Who reads the digest, and the secret token by which it can be left without signing in. */
public interface DigestReaders {

    /** Tokens of those among the people who want the digest; made where there is none yet. */
    Map<Long, String> tokensOf(Collection<Long> personIds);

    OptionalLong ownerOf(String token);
}
