package ru.marshrut.peerreview.steps;

import java.util.Map;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.peerreview.CircleViews;
import ru.marshrut.peerreview.CircleViews.CircleView;
import ru.marshrut.peerreview.Meetings;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;

@Component
class RecordMeeting extends CircleStep {

    private final Meetings meetings;

    RecordMeeting(CircleViews views, Meetings meetings) {
        super("record-meeting", views);
        this.meetings = meetings;
    }

    @Override
    public FormInput initial(OpenTask task, Viewer viewer) {
        CircleView view = views().of(circleId(task), task.schoolId());
        return filled(Map.of("held", view.meeting().startsAt().atZone(view.zone()).toLocalDateTime().toString()));
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        CircleView view = views().of(circleId(task), task.schoolId());
        meetings.record(circleId(task), input.dateTime("held").atZone(view.zone()).toInstant(), input.required("participants"),
            input.required("minutes"), input.requiredLink("video"));
        return Map.of();
    }
}
