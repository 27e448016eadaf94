package ru.marshrut.peerreview.report;

/** How a person is reached; phone and mail may be null. */
public record Contact(String name, String phone, String email) {}
