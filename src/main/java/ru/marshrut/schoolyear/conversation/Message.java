package ru.marshrut.schoolyear.conversation;

import java.time.Instant;
import ru.marshrut.territory.Role;

/**
 * A message of a conversation, which stays as it was sent; a mistake is corrected by a further one.
 *
 * @param number      place in the conversation, from 1 on; null for the draft of its author
 * @param role        in which the author wrote; null for a draft
 * @param writtenAt   null for a draft
 * @param needsAnswer the author waits for an answer of another side
 * @param corrects    number of the author's message that it corrects, or null
 * @param answeredBy  number of the message that answers it, or null
 * @param attachments how many files were sent with it
 */
public record Message(long id, long schoolYearId, Integer number, long authorId, Role role, Instant writtenAt, String body,
                      boolean needsAnswer, Integer corrects, Integer answeredBy, int attachments) {

    public boolean isSent() {
        return number != null;
    }
}
