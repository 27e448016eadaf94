package ru.marshrut.access.web;

import org.springframework.stereotype.Component;
import ru.marshrut.audit.Actor;
import ru.marshrut.audit.CurrentActor;
import ru.marshrut.audit.OnBehalf;

/** The person at the keyboard; the system itself where nobody has signed in, as in jobs. */
@Component
class SessionActor implements CurrentActor {

    private final OnBehalf onBehalf;

    SessionActor(OnBehalf onBehalf) {
        this.onBehalf = onBehalf;
    }

    @Override
    public Actor current() {
        return SessionViewers.signedIn().map(person -> new Actor(person.personId(), onBehalf.current())).orElse(Actor.SYSTEM);
    }
}
