/** Rows of rubrics, samples, checks and results. */
package ru.marshrut.expertise.persistence;
