package ru.marshrut.peerreview.report;

/** Overall questions of the recommendation form: the elements of the management cycle of seed 001 and the dates of its typical remarks. */
public enum OverallQuestion { TASKS, INDICATORS, DATES, PROOFS }
