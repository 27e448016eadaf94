package ru.marshrut.administration.web;

/** What is typed to declare a conflict: the other school's code and the reason. */
record ConflictForm(String other, String reason) {}
