/** The forms of the steps of a school's year. */
package ru.marshrut.schoolyear.steps;
