package ru.marshrut.notification.mail;

import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.notification.AddressRefused;
import ru.marshrut.territory.Person;

/** Makes an incident of a letter that will not arrive. */
@Component
@Transactional
class Undeliverable {

    private final Outbox outbox;
    private final IncidentBook incidents;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Undeliverable(Outbox outbox, IncidentBook incidents, AuditTrail audit, ApplicationEventPublisher events) {
        this.outbox = outbox;
        this.incidents = incidents;
        this.audit = audit;
        this.events = events;
    }

    void refused(OutboxLetter letter, Person to, String reply) {
        outbox.refused(letter, reply);
        enter("notification.addressRefused", to, reply);
    }

    void givenUp(OutboxLetter letter, Person to, String reply) {
        outbox.failed(letter, reply);
        enter("notification.letterGivenUp", to, reply);
    }

    private void enter(String fact, Person to, String reply) {
        if (incidents.enter(to.id(), to.email(), reply)) {
            audit.record(fact, Subject.of("person", to.id()), Map.of("address", to.email(), "reply", reply));
            events.publishEvent(new AddressRefused(to.id(), to.email(), reply));
        }
    }
}
