/** The curator's visits to a school: the year's schedule, its changes, the reports. */
@org.springframework.modulith.NamedInterface("visits")
package ru.marshrut.schoolyear.visits;
