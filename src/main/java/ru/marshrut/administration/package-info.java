/** Pages by which coordinators keep their territory: schools, people, appointments, import. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "audit", "territory", "access", "notification", "documents::office"})
package ru.marshrut.administration;
