package ru.marshrut.roadmap;

import ru.marshrut.territory.Place;

/** A version of a road map was approved, or a date of one of its measures was moved; published in that transaction. */
public record RoadMapChanged(long roadMapId, Place place, int year) {}
