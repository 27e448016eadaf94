package ru.marshrut.territory;

import java.util.Set;

/** At these places somebody was appointed, or an appointment was given another last day; published once per change, single or bulk. */
public record AppointmentsChanged(Set<Place> places) {}
