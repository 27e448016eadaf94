package ru.marshrut.peerreview;

/** The stages of a round that have a due date (seed 001, «Основные этапы взаимоэкспертизы»). */
public enum Stage { NOTICE, EXCHANGE, MEETING, FINAL }
