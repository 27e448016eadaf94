/** The clock of the installation, Russian working days, windows and date phrases. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "audit"})
package ru.marshrut.calendar;
