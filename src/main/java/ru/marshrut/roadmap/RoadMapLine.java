package ru.marshrut.roadmap;

/**
 * A road map in a list.
 *
 * @param placeName name of its region or municipality, empty for the federation
 * @param version   number of its approved version, 0 before the first
 * @param hasDraft  whether a first version or an amendment is being prepared
 */
public record RoadMapLine(RoadMap map, String placeName, int version, boolean hasDraft) {}
