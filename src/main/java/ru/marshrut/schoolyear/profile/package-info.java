/** The risk profile of a school: survey, levels, first visit, verification, and the directions that it works on. */
@org.springframework.modulith.NamedInterface("profile")
package ru.marshrut.schoolyear.profile;
