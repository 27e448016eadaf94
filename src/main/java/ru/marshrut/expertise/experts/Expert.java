package ru.marshrut.expertise.experts;

/**
 * Somebody who can be given schools of an expertise.
 *
 * @param municipalities of which he is an expert, in words; null for an expert of the region and for an invited one
 * @param invited        comes from elsewhere, for this expertise only
 */
public record Expert(long personId, String fullName, String email, String municipalities, boolean invited) {}
