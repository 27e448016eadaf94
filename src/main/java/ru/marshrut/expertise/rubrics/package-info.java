/** Rubrics in versions, the catalogue of typical remarks, and how an administrator changes both. */
package ru.marshrut.expertise.rubrics;
