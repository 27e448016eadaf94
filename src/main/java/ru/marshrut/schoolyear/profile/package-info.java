/** The risk profile of a school: survey, levels, first visit, verification, and the directions that it works on. */
package ru.marshrut.schoolyear.profile;
