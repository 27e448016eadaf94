package ru.marshrut.peerreview;

/** Answer to an overall question of the recommendation form. */
public enum Judgement { YES, PARTLY, NO }
