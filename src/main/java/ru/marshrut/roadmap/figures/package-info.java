/** Figures of a road map, counted from outcomes, populations and logs; the rules by which it is done. */
package ru.marshrut.roadmap.figures;
