package ru.marshrut.peerreview.report;

/** Answer to an {@link OverallQuestion}: да, частично, нет. */
public enum Judgement { YES, PARTLY, NO }
