package ru.marshrut.roadmap.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.roadmap.RoadMapAccess;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.roadmap.persistence.EventRows.Entry;
import ru.marshrut.roadmap.running.MeasureLog;
import ru.marshrut.roadmap.running.MeasureRuns;
import ru.marshrut.shared.NotYours;

/** The log of a measure and its end as not done, for programs. */
@RestController
@RequestMapping("/api/road-maps/{id:\\d+}/measures/{measureId:\\d+}")
@Tag(name = "Мероприятие", description = "Журнал публикаций и завершение как не исполненного")
class MeasuresApi {

    record Reason(String reason) {}

    private final RoadMapAccess access;
    private final RoadMaps roadMaps;
    private final MeasureLog log;
    private final MeasureRuns runs;
    private final Viewers viewers;

    MeasuresApi(RoadMapAccess access, RoadMaps roadMaps, MeasureLog log, MeasureRuns runs, Viewers viewers) {
        this.access = access;
        this.roadMaps = roadMaps;
        this.log = log;
        this.runs = runs;
        this.viewers = viewers;
    }

    @GetMapping("/log")
    @Operation(summary = "Записи журнала", description = "Сначала последние.")
    List<Entry> entries(@PathVariable long id, @PathVariable long measureId) {
        access.seen(id, viewers.current());
        return log.entries(ofMap(id, measureId));
    }

    @PostMapping("/log")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Добавить запись", description = "День внутри срока мероприятия и не позже сегодняшнего.")
    void add(@PathVariable long id, @PathVariable long measureId, @RequestBody LogEntry entry) {
        Viewer viewer = viewers.current();
        access.coordinated(id, viewer);
        LogEntry checked = entry.checked();
        log.add(ofMap(id, measureId), viewer, checked.on(), checked.link(), checked.words());
    }

    @DeleteMapping("/log/{entryId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Убрать запись")
    void remove(@PathVariable long id, @PathVariable long measureId, @PathVariable long entryId) {
        Viewer viewer = viewers.current();
        access.coordinated(id, viewer);
        log.remove(ofMap(id, measureId), entryId, viewer);
    }

    @PostMapping("/not-done")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Завершить как не исполненное", description = "Только с причиной; сделанное остаётся.")
    void notDone(@PathVariable long id, @PathVariable long measureId, @RequestBody Reason given) {
        Viewer viewer = viewers.current();
        access.coordinated(id, viewer);
        runs.closeAsNotDone(ofMap(id, measureId), viewer, given.reason() == null ? "" : given.reason());
    }

    private long ofMap(long id, long measureId) {
        return roadMaps.measures(id).stream().filter(measure -> measure.id() == measureId).findFirst()
            .orElseThrow(() -> new NotYours(MeasureRuns.SUBJECT, measureId)).id();
    }
}
