package ru.marshrut.roadmap.running;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.notification.PersonalNewsSource;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.roadmap.persistence.MeasureRunRows;

/**
 * Tells the person whom an order names for control of the measures whose date has passed. As in the rest of the digest, the
 * whole list is sent when something is new in it.
 */
@Component
class ControllerNews implements PersonalNewsSource {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final RoadMaps roadMaps;
    private final MeasureRunRows rows;
    private final MessageSource messages;

    ControllerNews(@Lazy RoadMaps roadMaps, MeasureRunRows rows, MessageSource messages) {
        this.roadMaps = roadMaps;
        this.rows = rows;
        this.messages = messages;
    }

    @Override
    @Transactional(readOnly = true)
    public List<PersonalNews> newsFor(long regionId, Instant from, Instant until) {
        List<Long> controlled = rows.controlledIn(regionId);
        Map<Long, List<Measure>> measures = roadMaps.measuresOf(controlled).stream().collect(Collectors.groupingBy(Measure::roadMapId));
        List<PersonalNews> news = new ArrayList<>();
        for (long id : controlled) {
            RoadMap map = roadMaps.roadMap(id);
            List<Overdue> overdue = measures.getOrDefault(id, List.of()).stream().filter(Measure::isOpen).map(measure -> overdue(map, measure))
                .filter(Objects::nonNull).filter(one -> !one.at().isAfter(until)).sorted(Comparator.comparing(Overdue::at)).toList();
            if (overdue.stream().anyMatch(one -> one.at().isAfter(from))) {
                overdue.forEach(one -> news.add(new PersonalNews(map.controllerId(), words(map, one), "/road-maps/" + id)));
            }
        }
        return news;
    }

    /** Null where the measure's end is open. */
    private static Overdue overdue(RoadMap map, Measure measure) {
        LocalDate last = measure.lastDay();
        return last == null ? null : new Overdue(measure, MeasureDues.endOf(last, map));
    }

    private String words(RoadMap map, Overdue overdue) {
        return messages.getMessage("roadmap.news.overdue", new Object[] {overdue.measure().content().title(),
            DAY.format(overdue.at().minusMillis(1).atZone(map.zone())), map.title()},
            Locale.forLanguageTag("ru"));
    }

    private record Overdue(Measure measure, Instant at) {}
}
