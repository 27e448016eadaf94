package ru.marshrut.dashboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.Viewer;
import ru.marshrut.shared.NotYours;
import ru.marshrut.territory.Appointment;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Territory;

/** The territories whose figures a viewer may ask for: those of his appointments and what lies below, never above or beside. */
@Component
public class SeenPlaces {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final AccessPolicy policy;
    private final Territory territory;
    private final MessageSource messages;

    SeenPlaces(AccessPolicy policy, Territory territory, MessageSource messages) {
        this.policy = policy;
        this.territory = territory;
        this.messages = messages;
    }

    /** Territories of the viewer's own appointments, the widest first; empty for school staff, curators and experts. */
    public List<Place> own(Viewer viewer) {
        return viewer.appointments().stream().filter(held -> held.role() != Role.EXPERT).map(Appointment::place)
            .filter(place -> place.level() != Level.SCHOOL).distinct().sorted(Comparator.comparing(Place::level)).toList();
    }

    /**
     * What was asked for, or the viewer's own widest territory where nothing was. Throws {@link NotYours} where it is not the
     * viewer's to see, does not exist or is no territory.
     *
     * @param key as {@link #key} writes it, or null
     */
    public Place shown(Viewer viewer, String key) {
        List<Place> own = own(viewer);
        if (own.isEmpty()) {
            throw new NotYours("programme", viewer.personId());
        }
        if (key == null || key.isEmpty()) {
            return own.get(0);
        }
        Place place = place(key).orElseThrow(() -> new NotYours("place", key));
        if (!policy.maySee(viewer, place)) {
            throw new NotYours("place", key);
        }
        return place;
    }

    /** A territory in a list of choices; {@code depth} is its distance from the widest one. */
    public record Choice(String key, String name, int depth) {}

    /** What the viewer can choose: his own territories, the parts of them, and the parts of the region that is shown. */
    public List<Choice> choices(Viewer viewer, Place shown) {
        List<Place> own = own(viewer);
        Map<Place, Choice> choices = new LinkedHashMap<>();
        for (Place place : own) {
            add(choices, place, shown, 0);
        }
        return List.copyOf(choices.values());
    }

    private void add(Map<Place, Choice> choices, Place place, Place shown, int depth) {
        choices.putIfAbsent(place, new Choice(key(place), name(place), depth));
        if (place.level() == Level.FEDERATION) {
            territory.regions().forEach(region -> add(choices, Place.region(region.id()), shown, depth + 1));
        } else if (place.level() == Level.REGION && (depth == 0 || place.id() == regionOf(shown).orElse(-1L))) {
            territory.municipalitiesOf(place.id()).forEach(part -> choices.putIfAbsent(Place.municipality(part.id()),
                new Choice(key(Place.municipality(part.id())), part.name(), depth + 1)));
        }
    }

    /** Empty for the federation. */
    public Optional<Long> regionOf(Place place) {
        return switch (place.level()) {
            case FEDERATION -> Optional.empty();
            case REGION -> Optional.of(place.id());
            case MUNICIPALITY -> Optional.of(territory.municipality(place.id()).regionId());
            case SCHOOL -> Optional.of(territory.school(place.id()).regionId());
        };
    }

    public String name(Place place) {
        return switch (place.level()) {
            case FEDERATION -> messages.getMessage("dashboard.place.federation", null, RUSSIAN);
            case REGION -> territory.region(place.id()).name();
            case MUNICIPALITY -> territory.municipality(place.id()).name();
            case SCHOOL -> territory.school(place.id()).name();
        };
    }

    /** Names of the parts of a territory by id: regions of the federation, municipalities of a region; empty below. */
    public Map<Long, String> parts(Place place) {
        Map<Long, String> parts = new LinkedHashMap<>();
        if (place.level() == Level.FEDERATION) {
            territory.regions().forEach(region -> parts.put(region.id(), region.name()));
        } else if (place.level() == Level.REGION) {
            territory.municipalitiesOf(place.id()).forEach(part -> parts.put(part.id(), part.name()));
        }
        return parts;
    }

    /** A place in an address, such as {@code region-17}. */
    public static String key(Place place) {
        return place.level().name().toLowerCase(Locale.ROOT) + (place.level() == Level.FEDERATION ? "" : "-" + place.id());
    }

    private static Optional<Place> place(String key) {
        if (key.equals(key(Place.FEDERATION))) {
            return Optional.of(Place.FEDERATION);
        }
        String[] parts = key.split("-", 2);
        if (parts.length < 2 || !parts[1].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        long id = Long.parseLong(parts[1]);
        return switch (parts[0]) {
            case "region" -> Optional.of(Place.region(id));
            case "municipality" -> Optional.of(Place.municipality(id));
            default -> Optional.empty();
        };
    }
}
