package ru.marshrut.dashboard;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponentsBuilder;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.access.SeenPlaces;
import ru.marshrut.access.SeenPlaces.Choice;
import ru.marshrut.dashboard.persistence.OverdueWork;
import ru.marshrut.dashboard.persistence.ReviewStandings;
import ru.marshrut.dashboard.persistence.YearStandings;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Place;

/** The panel «Программа», for Cockpit and for our own page: counts, their names, and where each number leads. */
@Service
@Transactional(readOnly = true)
public class ProgrammePanel {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final List<String> WORDS = List.of("title", "place", "year", "show", "stages", "rounds", "overdue", "where", "schools", "share", "late",
        "lateRule", "noRounds", "noOverdue", "noSchools", "role", "tasks", "whole");

    private final YearStandings standings;
    private final ReviewStandings reviews;
    private final OverdueWork overdue;
    private final SeenPlaces places;
    private final MessageSource messages;
    private final Clock clock;

    ProgrammePanel(YearStandings standings, ReviewStandings reviews, OverdueWork overdue, SeenPlaces places, MessageSource messages, Clock clock) {
        this.standings = standings;
        this.reviews = reviews;
        this.overdue = overdue;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * A line of the panel.
     *
     * @param share    of all schools of the panel, in percent
     * @param href     the list behind the count; null where the count is 0
     * @param lateHref the list behind {@code late}, likewise
     */
    public record Line(String code, String name, int count, double share, String shareText, String href, int late, String lateHref) {}

    /**
     * A region or a municipality below the place shown.
     *
     * @param lateHref the list behind {@code late}, or null where there is none
     * @param pieces its schools as a bar, in the order of the stations
     * @param told   the bar in words
     */
    public record Part(String name, String href, int schools, String schoolsHref, int late, String lateHref, List<Piece> pieces, String told) {}

    /** A piece of a bar, in percent of its length. {@code tone}: class of its colour. */
    public record Piece(double from, double wide, String tone, String told) {}

    /**
     * @param shareOf what the shares are of, in words
     * @param stages  the way of the schools: every stage, then the other stations that hold a school
     * @param words   headings and labels by key
     */
    public record Panel(String place, String placeName, int year, List<Choice> places, List<Integer> years, int schools, int late, String lateHref, String shareOf,
                        String asOf, List<Line> stages, List<Line> rounds, List<Line> overdue, List<Part> parts, Map<String, String> words) {}

    /**
     * Throws {@link ru.marshrut.shared.NotYours} for a place that is not the viewer's to see.
     *
     * @param key  of the place, or null for the viewer's own
     * @param year or null for the current one
     */
    public Panel of(Viewer viewer, String key, Integer year) {
        Place place = places.shown(viewer, key);
        Instant now = clock.instant();
        int current = LocalDate.ofInstant(now, Viewers.FEDERATION_ZONE).getYear();
        int shown = year == null ? current : year;
        Scope scope = Scope.of(place);
        Links links = new Links(place.key(), shown);
        List<YearStandings.Count> counts = standings.counts(scope, place.level() == Level.FEDERATION ? Level.REGION : Level.MUNICIPALITY, shown, now);
        int schools = counts.stream().mapToInt(YearStandings.Count::schools).sum();
        int late = counts.stream().mapToInt(YearStandings.Count::late).sum();
        TreeSet<Integer> years = new TreeSet<>(standings.years());
        years.addAll(List.of(current, shown));
        return new Panel(place.key(), places.name(place), shown, places.choices(viewer, place), List.copyOf(years.descendingSet()), schools,
            late, late == 0 ? null : links.late(), words("dashboard.programme.shareOf", schools, String.valueOf(shown)), words("dashboard.programme.asOf",
                now.atZone(Viewers.FEDERATION_ZONE).format(DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm"))),
            stations(counts, schools, links), rounds(scope, shown, now, links), overdue(place, now, links), parts(place, counts, links),
            WORDS.stream().collect(toMap(word -> word, word -> words("dashboard.programme." + word))));
    }

    private List<Line> stations(List<YearStandings.Count> counts, int schools, Links links) {
        Map<Station, Integer> all = counts.stream().collect(groupingBy(YearStandings.Count::station, summingInt(YearStandings.Count::schools)));
        Map<Station, Integer> late = counts.stream().collect(groupingBy(YearStandings.Count::station, summingInt(YearStandings.Count::late)));
        return Arrays.stream(Station.values()).filter(station -> station.stage().isPresent() || all.containsKey(station))
            .map(station -> line(station.name(), words(station.message()), all.getOrDefault(station, 0), schools, late.getOrDefault(station, 0),
                links.to("schools", "station", station.name()))).toList();
    }

    private List<Line> rounds(Scope scope, int year, Instant now, Links links) {
        Map<ReviewStep, ReviewStandings.Count> counts = reviews.counts(scope, year, now).stream()
            .collect(toMap(ReviewStandings.Count::step, count -> count));
        int schools = counts.values().stream().mapToInt(ReviewStandings.Count::schools).sum();
        return schools == 0 ? List.of() : Stream.of(ReviewStep.values()).filter(step -> step.milestone().isPresent() || counts.containsKey(step)).map(step -> {
            ReviewStandings.Count count = counts.getOrDefault(step, new ReviewStandings.Count(step, 0, 0, 0));
            return line(step.name(), words("dashboard.step." + step), count.schools(), schools, count.late(), links.to("circles", "step", step.name()));
        }).toList();
    }

    private List<Line> overdue(Place place, Instant now, Links links) {
        List<OverdueWork.Count> counts = overdue.counts(place, now);
        int tasks = counts.stream().mapToInt(OverdueWork.Count::tasks).sum();
        return counts.stream().map(count -> line(count.role().name(), words("territory.role." + count.role()), count.tasks(), tasks, 0,
            links.to("tasks", "role", count.role().name()))).toList();
    }

    private List<Part> parts(Place place, List<YearStandings.Count> counts, Links links) {
        Map<Long, List<YearStandings.Count>> byPart = counts.stream().collect(groupingBy(YearStandings.Count::partId));
        List<Part> parts = new ArrayList<>();
        places.parts(place).forEach((id, name) -> {
            List<YearStandings.Count> own = byPart.getOrDefault(id, List.of());
            int schools = own.stream().mapToInt(YearStandings.Count::schools).sum();
            if (schools > 0) {
                Links below = new Links((place.level() == Level.FEDERATION ? Place.region(id) : Place.municipality(id)).key(), links.year());
                List<Piece> pieces = pieces(stations(own, schools, below));
                int late = own.stream().mapToInt(YearStandings.Count::late).sum();
                parts.add(new Part(name, below.to("", null, null).build().encode().toUriString(), schools,
                    below.to("schools", null, null).build().encode().toUriString(), late, late == 0 ? null : below.late(), pieces, pieces.stream().map(Piece::told).collect(joining("; "))));
            }
        });
        return parts;
    }

    private static List<Piece> pieces(List<Line> stations) {
        List<Piece> pieces = new ArrayList<>();
        double from = 0;
        for (Line line : stations) {
            Station station = Station.valueOf(line.code());
            pieces.add(new Piece(from, line.share(), station.stage().isPresent() ? "s" + station.ordinal() : station == Station.COMPLETED ? "complete" : "rest",
                line.name() + ": " + line.count()));
            from += line.share();
        }
        return pieces.stream().filter(piece -> piece.wide() > 0).toList();
    }

    private Line line(String code, String name, int count, int all, int late, UriComponentsBuilder list) {
        double share = all == 0 ? 0 : 100.0 * count / all;
        String href = list.build().encode().toUriString();
        return new Line(code, name, count, share, words("dashboard.programme.percent", share), count == 0 ? null : href, late,
            late == 0 ? null : list.queryParam("late", true).build().encode().toUriString());
    }

    private String words(String code, Object... arguments) {
        return messages.getMessage(code, arguments, RUSSIAN);
    }

    /** The pages behind the numbers. */
    private record Links(String place, int year) {

        String late() {
            return to("schools", "late", "true").build().encode().toUriString();
        }

        UriComponentsBuilder to(String list, String name, String value) {
            UriComponentsBuilder link = UriComponentsBuilder.fromPath("/programme" + (list.isEmpty() ? "" : "/" + list))
                .queryParam("place", place).queryParam("year", year);
            return name == null ? link : link.queryParam(name, value);
        }
    }
}
