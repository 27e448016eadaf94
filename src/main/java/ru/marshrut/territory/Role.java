package ru.marshrut.territory;

/** What a person is appointed to in the programme (DESIGN, «People»). Words for users: {@code territory.role.<name>}. */
public enum Role {
    SCHOOL_COORDINATOR, PRINCIPAL, CURATOR, MUNICIPAL_COORDINATOR, REGIONAL_COORDINATOR, EXPERT, OBSERVER, ADMINISTRATOR
}
