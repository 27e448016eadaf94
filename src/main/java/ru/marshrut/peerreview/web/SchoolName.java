package ru.marshrut.peerreview.web;

/** A school as pages and programs name it. */
record SchoolName(long id, String name, String municipality) {}
