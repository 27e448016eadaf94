package ru.marshrut.access;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.marshrut.shared.NotYours;
import ru.marshrut.territory.Appointment;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Territory;

/** The territories that a viewer may look at or coordinate: those of his appointments and what lies below, never above or beside. */
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
     * @param key as {@link Place#key} writes it; null or empty where none is named
     */
    public Place shown(Viewer viewer, String key) {
        List<Place> own = own(viewer);
        if (own.isEmpty()) {
            throw new NotYours("places of person", viewer.personId());
        }
        if (key == null || key.isEmpty()) {
            return own.get(0);
        }
        return allowed(territory(key), place -> policy.maySee(viewer, place));
    }

    /**
     * What was asked for, or the first that the viewer coordinates where nothing was. Throws {@link NotYours} where he does not
     * coordinate it, it does not exist or is no territory.
     */
    public Place coordinated(Viewer viewer, String key) {
        if (key == null || key.isEmpty()) {
            return coordinated(viewer).stream().findFirst().map(Choice::place).orElseThrow(() -> new NotYours("places of person", viewer.personId()));
        }
        return coordinated(viewer, territory(key));
    }

    /** The place, a school too, if the viewer coordinates it; throws {@link NotYours}, as for an unknown one. */
    public Place coordinated(Viewer viewer, Place place) {
        return allowed(place, asked -> policy.mayCoordinate(viewer, asked));
    }

    private static Place territory(String key) {
        return Place.ofKey(key).filter(place -> place.level() != Level.SCHOOL).orElseThrow(() -> new NotYours("place", key));
    }

    private static Place allowed(Place place, Predicate<Place> right) {
        try {
            if (right.test(place)) {
                return place;
            }
        } catch (NoSuchElementException unknown) {
            throw new NotYours("place", place.key()); // whether it exists is nobody's business
        }
        throw new NotYours("place", place.key());
    }

    /** What the viewer coordinates, the widest first: his own territories, each followed by those below it. */
    public List<Choice> coordinated(Viewer viewer) {
        Map<Place, Choice> choices = new LinkedHashMap<>();
        own(viewer).stream().filter(place -> policy.mayCoordinate(viewer, place)).forEach(place -> add(choices, place, place, 0));
        return List.copyOf(choices.values());
    }

    /** A territory in a list of choices; {@code depth} is its distance from the widest one. */
    public record Choice(String key, String name, Place place, int depth) {}

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
        choices.putIfAbsent(place, new Choice(place.key(), name(place), place, depth));
        if (place.level() == Level.FEDERATION) {
            territory.regions().forEach(region -> add(choices, Place.region(region.id()), shown, depth + 1));
        } else if (place.level() == Level.REGION && (depth == 0 || place.id() == regionOf(shown).orElse(-1L))) {
            territory.municipalitiesOf(place.id()).forEach(part -> add(choices, Place.municipality(part.id()), shown, depth + 1));
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
            case FEDERATION -> messages.getMessage("access.federation", null, RUSSIAN);
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
}
