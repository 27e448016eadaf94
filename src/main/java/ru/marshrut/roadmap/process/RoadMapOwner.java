package ru.marshrut.roadmap.process;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import ru.marshrut.roadmap.running.RoadMapRuns;
import ru.marshrut.work.ProcessOwner;
import ru.marshrut.work.TaskDescription;
import ru.marshrut.work.TaskOrigin;

@Component
class RoadMapOwner implements ProcessOwner {

    private final RoadMapRuns runs;

    RoadMapOwner(@Lazy RoadMapRuns runs) {
        this.runs = runs;
    }

    @Override
    public String processKey() {
        return RoadMapModel.KEY;
    }

    @Override
    public TaskDescription describe(TaskOrigin origin) {
        return runs.describe(origin);
    }
}
