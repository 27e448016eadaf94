package ru.marshrut.territory;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

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

    /** As addresses of pages name it: {@code federation}, {@code region-17}, {@code municipality-4}, {@code school-9}. */
    public String key() {
        return level.name().toLowerCase(Locale.ROOT) + (level == Level.FEDERATION ? "" : "-" + id);
    }

    /** The place of a key; empty for what is none. Whether the place exists is not asked. */
    public static Optional<Place> ofKey(String key) {
        if (key.equals(FEDERATION.key())) {
            return Optional.of(FEDERATION);
        }
        return List.of(Level.REGION, Level.MUNICIPALITY, Level.SCHOOL).stream()
            .filter(level -> key.matches(level.name().toLowerCase(Locale.ROOT) + "-\\d{1,18}"))
            .map(level -> new Place(level, Long.parseLong(key.substring(key.indexOf('-') + 1)))).findFirst();
    }
}
