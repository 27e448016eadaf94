/** Regions, municipalities, schools, people, their appointments, and what stands between schools. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "audit"})
package ru.marshrut.territory;
