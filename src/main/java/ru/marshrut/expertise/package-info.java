/** Expertise of a monitoring stage: rubrics, the sample, experts' checks, scores, what the federal operator found. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"shared", "audit", "territory", "calendar", "access", "work", "documents", "documents::office", "notification", "roadmap",
        "schoolyear", "schoolyear::concept", "schoolyear::monitoring", "schoolyear::programme", "schoolyear::profile"})
package ru.marshrut.expertise;
