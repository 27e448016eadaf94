package ru.marshrut.territory;

/** A person of the programme. {@code regionId} is null for the federation's people, {@code phone} may be null. */
public record Person(long id, Long regionId, String fullName, String email, String phone) {}
