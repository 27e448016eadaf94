package ru.marshrut.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import ru.marshrut.roadmap.Order;
import ru.marshrut.roadmap.process.MeasureStory;
import ru.marshrut.simulation.MadeCountry.MadeRegion;
import ru.marshrut.territory.Place;

/** A year of so many schools, from January to December. */
class SimulatedYear {

    static final int YEAR = 2022;
    static final long SEED = 500;
    private static final int WORKERS = 4;
    private static final Path ROAD_MAP = Path.of("src/test/resources/simulated-road-map.txt");

    private final MadeCountry country;
    private final MeasureStory roadMaps;
    private final Events events;
    private final Keyboard keyboard;
    private final Days days;

    SimulatedYear(MadeCountry country, MeasureStory roadMaps, Events events, Keyboard keyboard, Days days) {
        this.country = country;
        this.roadMaps = roadMaps;
        this.events = events;
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

    /** From the day on which the schools are selected to the last of the year. @param evening what is looked at when a day's work is done */
    void live(List<MadeRegion> regions, Consumer<LocalDate> evening) {
        try (Workers workers = new Workers(WORKERS)) {
            Behaviour behaviour = new Behaviour(SEED);
            for (LocalDate day = LocalDate.of(YEAR, 1, 24); day.getYear() == YEAR; day = day.plusDays(1)) {
                days.begin(day);
                events.happen(day, regions);
                days.work(day, behaviour, workers);
                evening.accept(day);
            }
        }
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
