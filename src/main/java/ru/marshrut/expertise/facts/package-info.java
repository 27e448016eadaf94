/** What the system knows for the criteria, counted from rows that people can look at, and the points that follow from it. */
package ru.marshrut.expertise.facts;
