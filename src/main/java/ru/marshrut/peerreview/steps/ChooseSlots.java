package ru.marshrut.peerreview.steps;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.peerreview.CircleViews;
import ru.marshrut.peerreview.Meetings;
import ru.marshrut.shared.Refusal;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;

@Component
class ChooseSlots extends CircleStep {

    private static final List<String> OFFERS = List.of("offer1", "offer2");

    private final Meetings meetings;

    ChooseSlots(CircleViews views, Meetings meetings) {
        super("choose-slots", views);
        this.meetings = meetings;
    }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        Map<String, Object> model = super.show(task, viewer);
        model.put("slots", meetings.slots(circleId(task)));
        model.put("offers", OFFERS);
        return model;
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        ZoneId zone = views().of(circleId(task), task.schoolId()).zone();
        List<Instant> offered = new ArrayList<>();
        for (String offer : OFFERS) {
            if (input.isChecked(offer)) {
                offered.add(input.dateTime(offer).atZone(zone).toInstant());
            }
        }
        meetings.choose(circleId(task), task.schoolId(), input.all("slot").stream().map(ChooseSlots::instant).toList(), offered,
            input.link("link"));
        return Map.of();
    }

    private static Instant instant(String slot) {
        try {
            return Instant.parse(slot);
        } catch (DateTimeParseException e) {
            throw Refusal.ofField("slot", "work.form.unknownChoice", slot);
        }
    }
}
