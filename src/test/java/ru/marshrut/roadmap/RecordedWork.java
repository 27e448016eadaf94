package ru.marshrut.roadmap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Notes what was asked of the running work. */
public class RecordedWork implements MeasureWork {

    private final List<String> asked = new ArrayList<>();

    @Override
    public void start(RoadMap map, Collection<Measure> measures) {
        measures.forEach(measure -> asked.add("start " + map.id() + " " + measure.content().number()));
    }

    @Override
    public void follow(RoadMap map, Collection<Measure> changed) {
        changed.forEach(measure -> asked.add("follow " + map.id() + " " + measure.content().number()));
    }

    @Override
    public void end(RoadMap map, Collection<Measure> removed, String reason) {
        removed.forEach(measure -> asked.add("end " + map.id() + " " + measure.content().number() + " " + reason));
    }

    /** What was asked since the last time. */
    public List<String> asked() {
        List<String> since = List.copyOf(asked);
        asked.clear();
        return since;
    }
}
