package ru.marshrut.access.web;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.SubjectPlace;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.audit.Actor;
import ru.marshrut.audit.CurrentActor;
import ru.marshrut.audit.OnBehalf;
import ru.marshrut.audit.Subject;

/** The person at the keyboard; the system itself where nobody has signed in, as in jobs. */
@Component
class SessionActor implements CurrentActor {

    private final OnBehalf onBehalf;
    private final ObjectProvider<Viewers> viewers;
    private final ObjectProvider<AccessPolicy> policy;
    private final ObjectProvider<SubjectPlace> places;

    SessionActor(OnBehalf onBehalf, ObjectProvider<Viewers> viewers, ObjectProvider<AccessPolicy> policy, ObjectProvider<SubjectPlace> places) {
        this.onBehalf = onBehalf;
        this.viewers = viewers;
        this.policy = policy;
        this.places = places;
    }

    @Override
    public Actor current() {
        return SessionViewers.signedIn().map(person -> new Actor(person.personId(), onBehalf.current())).orElse(Actor.SYSTEM);
    }

    @Override
    public Actor current(Subject subject) {
        Actor actor = current();
        return actor.equals(Actor.SYSTEM) || onBehalf.isTold() ? actor : new Actor(actor.personId(), standsInFor(actor.personId(), subject));
    }

    private Long standsInFor(long personId, Subject subject) {
        Viewer viewer = viewers.getObject().of(personId);
        if (viewer.appointments().stream().allMatch(held -> held.personId() == personId)) {
            return null;
        }
        return places.stream().map(place -> place.placeOf(subject)).flatMap(Optional::stream).findFirst()
            .flatMap(place -> policy.getObject().worksOnBehalfOf(viewer, place)).orElse(null);
    }
}
