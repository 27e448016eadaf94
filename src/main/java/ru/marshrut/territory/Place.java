package ru.marshrut.territory;

/** A node of the territory tree. An appointment at it gives rights at and below it. */
public record Place(Level level, long id) {

    public static final Place FEDERATION = new Place(Level.FEDERATION, 0);

    public static Place region(long id) {
        return new Place(Level.REGION, id);
    }

    public static Place municipality(long id) {
        return new Place(Level.MUNICIPALITY, id);
    }

    public static Place school(long id) {
        return new Place(Level.SCHOOL, id);
    }
}
