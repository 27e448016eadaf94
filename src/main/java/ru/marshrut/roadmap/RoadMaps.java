package ru.marshrut.roadmap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import ru.marshrut.territory.Place;

/** Road maps and the measures of their approved versions. Reading throws {@link java.util.NoSuchElementException} for an unknown id. */
public interface RoadMaps {

    RoadMap roadMap(long id);

    /** Measures in the order of the table, the removed ones last. */
    List<Measure> measures(long roadMapId);

    Measure measure(long measureId);

    /** Road maps of a year that hold for a place: its own and those of the territories above it. */
    List<RoadMap> above(Place place, int year);

    /** Road maps at and below a place in a year, by place and title. */
    List<RoadMap> within(Place place, int year);

    /** Measures of several road maps, in the order of the tables. */
    List<Measure> measuresOf(Collection<Long> roadMapIds);

    /** Measures by their ids, whatever road maps they stand in; an unknown id is absent. */
    Map<Long, Measure> measuresById(Collection<Long> measureIds);
}
