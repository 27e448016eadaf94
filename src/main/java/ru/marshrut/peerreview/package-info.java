/** Peer review: rounds, pairing, circles, meetings, recommendation forms, the final file. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"shared", "audit", "territory", "calendar", "access", "work", "documents", "documents::office", "notification", "roadmap"})
package ru.marshrut.peerreview;
