package ru.marshrut.roadmap;

/** Whose order a road map comes from. */
public enum MapLevel { FEDERAL, REGIONAL, MUNICIPAL }
