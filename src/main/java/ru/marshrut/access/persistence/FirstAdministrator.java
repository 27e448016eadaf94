package ru.marshrut.access.persistence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.Accounts;
import ru.marshrut.access.PasswordLinkRequested;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;

/** Makes the person of setting {@code marshrut.admin-email} (MARSHRUT_ADMIN_EMAIL) administrator of the installation. */
@Component
class FirstAdministrator {

    private final String email;
    private final JdbcClient jdbc;
    private final Staff staff;
    private final Accounts accounts;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FirstAdministrator(@Value("${marshrut.admin-email:}") String email, JdbcClient jdbc, Staff staff, Accounts accounts,
            MessageSource messages, ApplicationEventPublisher events, Clock clock) {
        this.email = email.strip();
        this.jdbc = jdbc;
        this.staff = staff;
        this.accounts = accounts;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void appoint() {
        if (email.isEmpty()) {
            return;
        }
        // Several nodes may start at once: the second one waits, and then finds the work done.
        jdbc.sql("select pg_advisory_xact_lock(hashtext('marshrut.admin-email'))::text").query(String.class).single();
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        boolean held = staff.holding(Role.ADMINISTRATOR, Place.FEDERATION, today).stream()
            .anyMatch(person -> person.email().equalsIgnoreCase(email));
        if (!held) {
            long id = staff.personByEmail(email).map(Person::id)
                .orElseGet(() -> staff.addPerson(null, name(), email, null));
            staff.appoint(id, Role.ADMINISTRATOR, Place.FEDERATION, today, null);
            events.publishEvent(new PasswordLinkRequested(id, accounts.inviteLink(id)));
        }
    }

    private String name() {
        return messages.getMessage("access.administrator", null, Locale.forLanguageTag("ru"));
    }
}
