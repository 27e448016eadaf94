/** Road maps: import, versions, measures, indicators, and what becomes of them in a year. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"shared", "audit", "territory", "calendar", "access", "work", "documents", "documents::office", "notification"})
package ru.marshrut.roadmap;
