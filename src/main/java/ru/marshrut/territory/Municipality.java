package ru.marshrut.territory;

public record Municipality(long id, long regionId, String name) {}
