package ru.marshrut.territory;

/** The levels of the territory tree, the widest first. */
public enum Level { FEDERATION, REGION, MUNICIPALITY, SCHOOL }
