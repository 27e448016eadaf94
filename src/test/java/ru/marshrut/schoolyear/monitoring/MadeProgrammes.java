package ru.marshrut.schoolyear.monitoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Made anti-risk programmes. */
@Component
public class MadeProgrammes implements PlannedMeasures {

    private final AtomicLong ids = new AtomicLong();
    private final Map<Long, List<PlannedMeasure>> programmes = new ConcurrentHashMap<>();

    @Override
    public List<PlannedMeasure> of(long yearId) {
        return programmes.getOrDefault(yearId, List.of());
    }

    /** Plans one more measure. @return its key on the forms */
    public String plan(long yearId, String direction, String title, String to) {
        long id = ids.incrementAndGet();
        List<PlannedMeasure> measures = new ArrayList<>(of(yearId));
        measures.add(new PlannedMeasure(id, direction, "Задача", title, "Показатель", LocalDate.of(2021, 3, 1), LocalDate.parse(to)));
        programmes.put(yearId, measures);
        return Item.measureKey(id);
    }
}
