/** Figures of the curators' work. */
package ru.marshrut.schoolyear.curators;
