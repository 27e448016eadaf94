package ru.marshrut.peerreview.steps;

/** Answer to a question of a decision. */
enum Answer { YES, NO }
