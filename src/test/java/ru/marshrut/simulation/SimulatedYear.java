package ru.marshrut.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ru.marshrut.access.Viewers;
import ru.marshrut.peerreview.RoundCalendar;
import ru.marshrut.peerreview.Rounds;
import ru.marshrut.roadmap.Order;
import ru.marshrut.roadmap.process.MeasureStory;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.YearEnds;
import ru.marshrut.schoolyear.YearStarts;
import ru.marshrut.simulation.MadeCountry.MadeRegion;
import ru.marshrut.territory.Participations;
import ru.marshrut.territory.Place;

/** A year of so many schools, from January to December. */
class SimulatedYear {

    static final int YEAR = 2022;
    static final long SEED = 500;
    private static final int WORKERS = 4;
    private static final LocalDate SELECTED = LocalDate.of(YEAR, 1, 24);
    private static final LocalDate ROUND_OPENED = LocalDate.of(YEAR, 9, 5);
    private static final LocalDate CLOSED = LocalDate.of(YEAR, 12, 30);
    private static final Path ROAD_MAP = Path.of("src/test/resources/simulated-road-map.txt");

    private final MadeCountry country;
    private final MeasureStory roadMaps;
    private final Rounds rounds;
    private final Viewers viewers;
    private final Keyboard keyboard;
    private final Days days;
    private final Participations participations;
    private final YearStarts starts;
    private final YearEnds ends;
    private final SchoolYears years;

    SimulatedYear(MadeCountry country, MeasureStory roadMaps, Rounds rounds, Viewers viewers, Keyboard keyboard, Days days,
                  Participations participations, YearStarts starts, YearEnds ends, SchoolYears years) {
        this.country = country;
        this.roadMaps = roadMaps;
        this.rounds = rounds;
        this.viewers = viewers;
        this.keyboard = keyboard;
        this.days = days;
        this.participations = participations;
        this.starts = starts;
        this.ends = ends;
        this.years = years;
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

    /** From the day on which the schools are selected to the last of the year. */
    void live(List<MadeRegion> regions) {
        try (Workers workers = new Workers(WORKERS)) {
            Behaviour behaviour = new Behaviour(SEED);
            for (LocalDate day = LocalDate.of(YEAR, 1, 20); day.getYear() == YEAR; day = day.plusDays(1)) {
                days.begin(day);
                happen(day, regions, behaviour);
                days.work(day, behaviour, workers);
            }
        }
    }

    private void happen(LocalDate day, List<MadeRegion> regions, Behaviour behaviour) {
        if (day.equals(SELECTED)) {
            regions.forEach(this::select);
        }
        if (day.equals(ROUND_OPENED)) {
            regions.forEach(this::openRound);
        }
        if (day.equals(CLOSED)) {
            regions.forEach(this::close);
        }
    }

    /** The region names its participants by order and starts their years. */
    private void select(MadeRegion region) {
        keyboard.as(region.regional(), () -> {
            participations.takePart(region.schools(), YEAR, SELECTED, "№ 106 от 10.01.2022");
            return starts.start(viewers.of(region.regional()), Place.region(region.id()), YEAR);
        });
    }

    private void openRound(MadeRegion region) {
        keyboard.as(region.regional(), () -> rounds.open(viewers.of(region.regional()), Place.region(region.id()), YEAR, "Взаимоэкспертиза 2022",
            RoundCalendar.published2022(), running(region).stream().map(SchoolYear::schoolId).toList()));
    }

    /** What is not done by now is not waited for any longer. */
    private void close(MadeRegion region) {
        keyboard.as(region.regional(), () -> {
            ends.close(viewers.of(region.regional()), running(region).stream().map(SchoolYear::id).toList(), "Год завершён, этапы не пройдены");
            return null;
        });
    }

    private List<SchoolYear> running(MadeRegion region) {
        return years.ofSchools(region.schools(), YEAR).values().stream().filter(SchoolYear::isRunning)
            .sorted(Comparator.comparingLong(SchoolYear::schoolId)).toList();
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
