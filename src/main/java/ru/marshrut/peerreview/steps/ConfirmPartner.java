package ru.marshrut.peerreview.steps;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.peerreview.CircleViews;
import ru.marshrut.peerreview.Exchange;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Staff;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;

@Component
class ConfirmPartner extends CircleStep {

    private final Exchange exchange;
    private final Staff staff;

    ConfirmPartner(CircleViews views, Exchange exchange, Staff staff) {
        super("confirm-partner", views);
        this.exchange = exchange;
        this.staff = staff;
    }

    @Override
    public FormInput initial(OpenTask task, Viewer viewer) {
        Person person = staff.person(viewer.personId());
        Map<String, String> fields = new HashMap<>();
        fields.put("name", person.fullName());
        fields.put("phone", person.phone());
        fields.put("email", person.email());
        return filled(fields);
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        String email = input.required("email");
        if (!email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            throw Refusal.ofField("email", "peerreview.contact.notAMail", email);
        }
        exchange.confirmPartner(circleId(task), task.schoolId(), input.required("name"), input.required("phone"), email);
        return Map.of();
    }
}
