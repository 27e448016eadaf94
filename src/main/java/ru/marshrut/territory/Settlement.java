package ru.marshrut.territory;

/** Kind of settlement that a school stands in: город, посёлок городского типа, село. */
public enum Settlement { CITY, TOWN, VILLAGE }
