package ru.marshrut.local.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Settlement;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/** Enters the made regions, schools and people of {@code local/demo/territory.tsv} through the use cases of territory. */
@Component
@Profile("local")
class MadeTerritory {

    private static final int YEAR = 2022;
    private static final LocalDate APPOINTED = LocalDate.of(YEAR, 1, 10);

    private final Territory territory;
    private final Staff staff;

    MadeTerritory(Territory territory, Staff staff) {
        this.territory = territory;
        this.staff = staff;
    }

    /** @return ids of what was made, by the names in the file */
    @Transactional
    Made make() {
        Made made = new Made(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(), new LinkedHashMap<>());
        var file = new ClassPathResource("local/demo/territory.tsv");
        try (var lines = new BufferedReader(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).map(line -> List.of(line.split("\t"))).forEach(row -> enter(row, made));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return made;
    }

    private void enter(List<String> row, Made made) {
        switch (row.get(0)) {
            case "region" -> {
                long region = territory.addRegion(row.get(1), row.get(2), row.get(3));
                made.regions().put(row.get(2), region);
                made.places().put("region", Place.region(region));
            }
            case "municipality" -> {
                long municipality = territory.addMunicipality(made.places().get("region").id(), row.get(1));
                made.places().put("municipality", Place.municipality(municipality));
                made.municipalities().put(row.get(1), municipality);
            }
            case "federation" -> made.places().remove("region");
            case "school" -> {
                long school = territory.addSchool(made.places().get("municipality").id(), row.get(1), row.get(2), Settlement.valueOf(row.get(3)));
                made.risks().put(school, Set.of(row.get(4).split(",")));
                made.places().put(row.get(1), Place.school(school));
            }
            case "person" -> {
                Place region = made.places().get("region");
                long person = staff.addPerson(region == null ? null : region.id(), row.get(2), row.get(1), row.get(3));
                made.people().put(row.get(1), person);
                if (row.size() > 4) {
                    staff.employ(person, made.places().get(row.get(4)).id());
                }
            }
            case "appoint" -> staff.appoint(made.people().get(row.get(1)), Role.valueOf(row.get(2)),
                row.get(3).equals("federation") ? Place.FEDERATION : made.places().get(row.get(3)), APPOINTED, "1-П");
            case "candidate" -> made.candidates().put(made.people().get(row.get(1)), row.size() < 3 ? List.of()
                : Arrays.stream(row.get(2).split(",")).map(code -> made.places().get(code).id()).toList());
            case "conflict" -> territory.declareConflict(made.places().get(row.get(1)).id(), made.places().get(row.get(2)).id(), row.get(3));
            default -> throw new IllegalArgumentException("unknown kind of row " + row);
        }
    }

    /**
     * @param places     of schools, by their codes
     * @param risks      the directions of high risk, by school
     * @param candidates who applies as curator, with the schools that he is appointed to; one with none is not selected
     */
    record Made(Map<String, Long> regions, Map<String, Long> municipalities, Map<String, Place> places, Map<String, Long> people,
                Map<Long, Set<String>> risks, Map<Long, List<Long>> candidates) {

        long school(String code) {
            return places.get(code).id();
        }
    }
}
