package ru.marshrut.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewers;
import ru.marshrut.peerreview.RoundCalendar;
import ru.marshrut.peerreview.Rounds;
import ru.marshrut.roadmap.Order;
import ru.marshrut.roadmap.process.MeasureStory;
import ru.marshrut.simulation.MadeCountry.MadeRegion;
import ru.marshrut.territory.Place;

/** A year of so many schools, from January to December. */
@Component
class SimulatedYear {

    static final int YEAR = 2022;
    private static final Path ROAD_MAP = Path.of("src/test/resources/simulated-road-map.txt");

    private final MadeCountry country;
    private final MeasureStory roadMaps;
    private final Rounds rounds;
    private final Viewers viewers;
    private final Keyboard keyboard;
    private final Days days;

    SimulatedYear(MadeCountry country, MeasureStory roadMaps, Rounds rounds, Viewers viewers, Keyboard keyboard, Days days) {
        this.country = country;
        this.roadMaps = roadMaps;
        this.rounds = rounds;
        this.viewers = viewers;
        this.keyboard = keyboard;
        this.days = days;
    }

    /** Territory, people and approved road maps, as they are before the year begins; not measured. */
    List<MadeRegion> prepare(int schools) {
        days.begin(LocalDate.of(YEAR, 1, 11));
        List<MadeRegion> regions = new ArrayList<>();
        for (int made = 0; made < schools; made += MadeCountry.SCHOOLS_OF_A_REGION) {
            MadeRegion region = country.region(regions.size() + 1, Math.min(MadeCountry.SCHOOLS_OF_A_REGION, schools - made));
            regions.add(region);
            keyboard.as(region.regional(), () -> roadMaps.ordered(new MeasureStory.Told(region.id(), region.regional(), region.municipalities().get(0),
                region.municipals().get(0), region.schools()), Place.region(region.id()), order(), text()));
        }
        return regions;
    }

    private static Order order() {
        return new Order("106", LocalDate.of(YEAR, 1, 10), LocalDate.of(YEAR, 1, 10));
    }

    private static String text() {
        try {
            return Files.readString(ROAD_MAP, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
