package ru.marshrut.notification;

import java.time.Instant;

/**
 * A person whom mail does not reach.
 *
 * @param address the address that was refused
 * @param reply   in the mail server's words
 * @param letters how many letters wait for a correct address
 */
public record MailIncident(long id, long personId, String fullName, String phone, String address, String reply, Instant occurredAt,
                           int letters) {}
