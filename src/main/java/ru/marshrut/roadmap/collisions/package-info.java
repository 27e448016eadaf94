/** Where several road maps above one place ask for the same thing by different dates or with different demands. */
package ru.marshrut.roadmap.collisions;
