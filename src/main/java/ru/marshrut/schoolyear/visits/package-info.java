/** The curator's visits to a school: the year's schedule, its changes, the reports. */
package ru.marshrut.schoolyear.visits;
