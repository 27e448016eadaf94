package ru.marshrut.access;

/** A person may set a password by a link that holds for a while; {@code path} begins with a slash and is secret. */
public record PasswordLinkRequested(long personId, String path) {}
