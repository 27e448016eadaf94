package ru.marshrut.administration.web;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Staff;

/** Appoints the person with an address, and adds him where he is new: both or neither. */
@Service
class Appointing {

    private final Staff staff;

    Appointing(Staff staff) {
        this.staff = staff;
    }

    @Transactional
    public void appoint(AppointmentForm form, long regionId, Place place) {
        if (form.role() == null) {
            throw Refusal.ofField("role", "administration.appointment.noRole");
        }
        if (form.startsOn() == null) {
            throw Refusal.ofField("startsOn", "administration.appointment.noDay");
        }
        String order = form.orderNumber() == null || form.orderNumber().isBlank() ? null : form.orderNumber().strip();
        staff.appoint(person(form, regionId), form.role(), place, form.startsOn(), order);
    }

    private long person(AppointmentForm form, long regionId) {
        String email = form.email() == null ? "" : form.email().strip();
        Optional<Person> known = staff.personByEmail(email);
        if (known.isPresent()) {
            if (known.get().regionId() != null && known.get().regionId() != regionId) {
                throw Refusal.ofField("email", "territory.person.emailTaken", email);
            }
            return known.get().id();
        }
        String fullName = form.fullName() == null ? "" : form.fullName().strip();
        if (fullName.isEmpty()) {
            throw Refusal.ofField("fullName", "administration.appointment.newPerson", email);
        }
        if (!fullName.contains(" ")) {
            throw Refusal.ofField("fullName", "territory.person.notAName");
        }
        return staff.addPerson(regionId, fullName, email, form.phone());
    }
}
