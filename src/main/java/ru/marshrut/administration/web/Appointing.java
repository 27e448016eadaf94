package ru.marshrut.administration.web;

import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.administration.invitations.Invitations;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Appointment;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Staff;

/** Appoints the person with an address, adds him where he is new, and invites him: all or nothing. */
@Service
class Appointing {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final Staff staff;
    private final Invitations invitations;

    Appointing(Staff staff, Invitations invitations) {
        this.staff = staff;
        this.invitations = invitations;
    }

    @Transactional
    public void appoint(AppointmentForm form, long regionId, Place place) {
        if (form.role() == null) {
            throw Refusal.ofField("role", "administration.appointment.noRole");
        }
        if (form.startsOn() == null) {
            throw Refusal.ofField("startsOn", "administration.appointment.noDay");
        }
        long person = person(form, regionId);
        staff.appoint(person, form.role(), place, form.startsOn(), order(form));
        invitations.inviteOnce(person);
    }

    /** Ends an appointment the day before another person begins; his order is the reason. Open tasks go with the role. */
    @Transactional
    public void replace(Appointment former, AppointmentForm form, long regionId) {
        if (form.startsOn() == null) {
            throw Refusal.ofField("startsOn", "administration.appointment.noDay");
        }
        String order = order(form);
        if (order == null) {
            throw Refusal.ofField("orderNumber", "administration.replacement.noOrder");
        }
        if (!form.startsOn().isAfter(former.startsOn())) {
            throw Refusal.ofField("startsOn", "administration.replacement.tooEarly", DAY.format(former.startsOn()));
        }
        if (former.endsOn() != null && former.endsOn().isBefore(form.startsOn())) {
            throw Refusal.ofField("startsOn", "administration.replacement.ended", DAY.format(former.endsOn()));
        }
        long person = person(form, regionId);
        if (person == former.personId()) {
            throw Refusal.ofField("email", "administration.replacement.samePerson");
        }
        staff.end(former.id(), form.startsOn().minusDays(1), order);
        staff.appoint(person, former.role(), former.place(), form.startsOn(), order);
        invitations.inviteOnce(person);
    }

    private static String order(AppointmentForm form) {
        return form.orderNumber() == null || form.orderNumber().isBlank() ? null : form.orderNumber().strip();
    }

    /** The person with the address, added where he is new. */
    @Transactional
    public long person(AppointmentForm form, long regionId) {
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
