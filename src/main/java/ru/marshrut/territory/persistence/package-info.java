/** Rows of the territory tree, of people and appointments. */
package ru.marshrut.territory.persistence;
