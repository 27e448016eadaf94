/** Rows of road maps, their drafts, versions and measures. */
package ru.marshrut.roadmap.persistence;
