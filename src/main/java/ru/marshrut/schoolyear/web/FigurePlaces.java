package ru.marshrut.schoolyear.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.Viewer;
import ru.marshrut.shared.NotYours;
import ru.marshrut.territory.Appointment;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Territory;

/** Places whose curators a coordinator looks at: his own and those below it, never above. */
@Component
class FigurePlaces {

    /** @param key {@code <level>-<id>}, as addresses name it */
    record Choice(String key, String name, Place place) {}

    private final Territory territory;
    private final AccessPolicy policy;
    private final MessageSource messages;

    FigurePlaces(Territory territory, AccessPolicy policy, MessageSource messages) {
        this.territory = territory;
        this.policy = policy;
        this.messages = messages;
    }

    /** The own places first, each followed by those below it. */
    List<Choice> of(Viewer viewer) {
        Map<Place, Choice> choices = new LinkedHashMap<>();
        Consumer<Place> offer = place -> choices.putIfAbsent(place, new Choice(place.level() + "-" + place.id(), name(place), place));
        viewer.appointments().stream().map(Appointment::place).distinct()
            .filter(place -> place.level() != Level.SCHOOL && policy.mayCoordinate(viewer, place)).forEach(place -> {
                offer.accept(place);
                if (place.level() == Level.FEDERATION) {
                    territory.regions().forEach(region -> offer.accept(Place.region(region.id())));
                } else if (place.level() == Level.REGION) {
                    territory.municipalitiesOf(place.id()).forEach(municipality -> offer.accept(Place.municipality(municipality.id())));
                }
            });
        return List.copyOf(choices.values());
    }

    /** The place of a key, the viewer's own where it is empty; throws {@link NotYours} where he does not coordinate it. */
    Choice chosen(String key, Viewer viewer) {
        if (key.isEmpty()) {
            return of(viewer).stream().findFirst().orElseThrow(() -> new NotYours("place", key));
        }
        if (!key.matches("(FEDERATION|REGION|MUNICIPALITY)-\\d{1,18}")) {
            throw new NotYours("place", key);
        }
        int dash = key.indexOf('-');
        Place place = new Place(Level.valueOf(key.substring(0, dash)), Long.parseLong(key.substring(dash + 1)));
        try {
            if (policy.mayCoordinate(viewer, place)) {
                return new Choice(key, name(place), place);
            }
        } catch (NoSuchElementException e) {
            // whether it exists is nobody's business
        }
        throw new NotYours("place", key);
    }

    private String name(Place place) {
        return switch (place.level()) {
            case REGION -> territory.region(place.id()).name();
            case MUNICIPALITY -> territory.municipality(place.id()).name();
            default -> messages.getMessage("schoolyear.curators.federation", null, Locale.forLanguageTag("ru"));
        };
    }
}
