package ru.marshrut.administration.web;

import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import ru.marshrut.territory.Role;

/** What is typed to appoint somebody; name and telephone are needed only for a person whom the programme does not know yet. */
record AppointmentForm(Role role, String email, String fullName, String phone,
                       @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate startsOn, String orderNumber) {

    static AppointmentForm startingOn(LocalDate day) {
        return new AppointmentForm(null, "", "", "", day, "");
    }
}
