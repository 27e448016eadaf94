package ru.marshrut.expertise.steps;

/** What a coordinator answers to a question of a form. */
enum Answer { YES, NO }
