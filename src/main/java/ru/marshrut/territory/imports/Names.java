package ru.marshrut.territory.imports;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ru.marshrut.territory.imports.Facts.PlaceKey;

/** What is known by name, in the region or in the workbook itself, and how it is called. */
final class Names {

    private final TerritoryFile file;
    private final Present present;
    private final Words words;
    private final Map<String, String> directionNames;

    Names(TerritoryFile file, Present present, Words words, Map<String, String> directionNames) {
        this.file = file;
        this.present = present;
        this.words = words;
        this.directionNames = directionNames;
    }

    boolean isUnknownMunicipality(String key) {
        return !present.municipalities().containsKey(key) && !file.mentionedMunicipalities.contains(key);
    }

    boolean isUnknownSchool(String key) {
        return !present.schools().containsKey(key) && !file.mentionedSchools.contains(key);
    }

    String directionsInWords(Set<String> codes) {
        return directionNames.entrySet().stream().filter(entry -> codes.contains(entry.getKey())).map(Map.Entry::getValue)
            .collect(Collectors.joining("; "));
    }

    String codes(Collection<String> keys) {
        return keys.stream().map(this::codeOf).sorted().collect(Collectors.joining(", "));
    }

    String codeOf(String school) {
        return present.schools().containsKey(school) ? present.schools().get(school).code() : file.spellings.getOrDefault(school, school);
    }

    String nameOf(String person) {
        return file.namesOfPeople.getOrDefault(person, present.names().getOrDefault(person, person));
    }

    String nameOf(PlaceKey place) {
        return switch (place.level()) {
            case SCHOOL -> codeOf(place.key());
            case MUNICIPALITY -> present.municipalities().getOrDefault(place.key(), file.spellings.getOrDefault(place.key(), place.key()));
            default -> words.text("territory.place.region");
        };
    }
}
