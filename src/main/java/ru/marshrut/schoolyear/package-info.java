/** A school's year in the programme: risk profile, concept documents, monitoring stages, visits, and the conversation about them. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"shared", "audit", "territory", "calendar", "access", "work", "documents", "documents::office", "notification", "roadmap", "roadmap::reading"})
package ru.marshrut.schoolyear;
