package ru.marshrut.work;

import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;

/** Whose turn it is: a role at a place. Persons follow from the appointments, so a successor takes over by himself. */
public record Responsible(Role role, Place place) {}
