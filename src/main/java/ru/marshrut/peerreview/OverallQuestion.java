package ru.marshrut.peerreview;

/** The overall questions of the recommendation form (seed 001, criteria and remarks of the content check). */
public enum OverallQuestion { TASKS, INDICATORS, DATES, PROOFS }
