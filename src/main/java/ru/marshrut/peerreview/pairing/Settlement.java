package ru.marshrut.peerreview.pairing;

/** Kind of settlement that a school lies in; schools of the same kind are preferred as partners. */
public enum Settlement {
    CITY, TOWN, VILLAGE
}
