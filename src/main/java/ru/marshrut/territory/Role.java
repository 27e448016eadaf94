package ru.marshrut.territory;

import java.util.EnumSet;
import java.util.Set;

/** What a person is appointed to in the programme (DESIGN, «People»). Words for users: {@code territory.role.<name>}. */
public enum Role {
    SCHOOL_COORDINATOR(2, Level.SCHOOL),
    PRINCIPAL(1, Level.SCHOOL),
    CURATOR(1, Level.SCHOOL),
    MUNICIPAL_COORDINATOR(Integer.MAX_VALUE, Level.MUNICIPALITY),
    REGIONAL_COORDINATOR(Integer.MAX_VALUE, Level.REGION),
    EXPERT(Integer.MAX_VALUE, Level.MUNICIPALITY, Level.REGION, Level.FEDERATION),
    OBSERVER(Integer.MAX_VALUE, Level.MUNICIPALITY, Level.REGION, Level.FEDERATION),
    ADMINISTRATOR(Integer.MAX_VALUE, Level.REGION, Level.FEDERATION);

    private final int atOneTime;
    private final Set<Level> levels;

    Role(int atOneTime, Level first, Level... more) {
        this.atOneTime = atOneTime;
        this.levels = EnumSet.of(first, more);
    }

    /** How many people may hold the role at one place on one day. */
    public int atOneTime() {
        return atOneTime;
    }

    /** Levels of the places that one can be appointed to in this role. */
    public Set<Level> levels() {
        return levels;
    }
}
