/** The forms of the steps of road maps and measures. */
package ru.marshrut.roadmap.steps;
