package ru.marshrut.notification;

/** A mail server refused a person's address for good, or never took the letters; {@code reply} is in its words. */
public record AddressRefused(long personId, String address, String reply) {}
