package ru.marshrut.peerreview.steps;

import java.util.Map;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.peerreview.CircleViews;
import ru.marshrut.peerreview.CircleViews.CircleView;
import ru.marshrut.peerreview.Exchange;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;

@Component
class DeliverPackage extends CircleStep {

    private final Exchange exchange;

    DeliverPackage(CircleViews views, Exchange exchange) {
        super("deliver-package", views);
        this.exchange = exchange;
    }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        Map<String, Object> model = super.show(task, viewer);
        model.put("slots", views().packageOf(task.schoolId(), ((CircleView) model.get("view")).round().year()));
        return model;
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        exchange.deliver(circleId(task), task.schoolId());
        return Map.of();
    }
}
