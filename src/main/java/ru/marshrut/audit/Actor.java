package ru.marshrut.audit;

/**
 * Who acts.
 *
 * @param personId   the person at the keyboard, or null for the system itself
 * @param onBehalfOf the person in whose place it is done, or null where the actor's right is his own
 */
public record Actor(Long personId, Long onBehalfOf) {

    public static final Actor SYSTEM = new Actor(null, null);
}
