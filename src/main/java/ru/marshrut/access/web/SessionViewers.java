package ru.marshrut.access.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/** The person who has signed in, with what he holds today by the calendar of his region. */
@Component
class SessionViewers implements Viewers {

    private final Staff staff;
    private final Territory territory;
    private final Clock clock;

    SessionViewers(Staff staff, Territory territory, Clock clock) {
        this.staff = staff;
        this.territory = territory;
        this.clock = clock;
    }

    @Override
    public Viewer current() {
        return of(signedIn().orElseThrow(() -> new IllegalStateException("nobody has signed in")).personId());
    }

    @Override
    public Viewer of(long personId) {
        Person person = staff.person(personId);
        return new Viewer(personId, person.fullName(), staff.appointmentsOf(personId, LocalDate.ofInstant(clock.instant(), zone(person))));
    }

    /** By which the person counts days and hours. */
    ZoneId zone(long personId) {
        return zone(staff.person(personId));
    }

    private ZoneId zone(Person person) {
        return person.regionId() == null ? FEDERATION_ZONE : territory.region(person.regionId()).zone();
    }

    static Optional<SignedIn> signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn person ? Optional.of(person) : Optional.empty();
    }
}
