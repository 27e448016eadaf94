package ru.marshrut.peerreview;

/** What the coordinator decides about a partner who does not answer. */
public enum SilentDecision { EXTEND, ALONE, REPLACE }
