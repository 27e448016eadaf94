package ru.marshrut.roadmap;

import ru.marshrut.territory.Place;

/**
 * A version of a road map has been approved; its measures are what {@link RoadMaps} now tells.
 *
 * @param regionId null for the federation's
 * @param version  1 for the first approval, counted up with each amendment
 */
public record RoadMapApproved(long roadMapId, Place place, Long regionId, int year, int version) {}
