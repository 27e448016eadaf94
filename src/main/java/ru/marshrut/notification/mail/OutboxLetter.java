package ru.marshrut.notification.mail;

import java.time.Duration;

/**
 * A letter that is being sent.
 *
 * @param attempts number of this attempt; what is reported about an older one is ignored
 * @param inDoubt  whether the mail server may have accepted an earlier attempt
 * @param age      time since it was put into the outbox
 */
public record OutboxLetter(long id, long recipientId, String template, String messageId, int attempts, boolean inDoubt, Duration age,
                           RenderedLetter content) {}
