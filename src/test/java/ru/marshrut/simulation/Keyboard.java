package ru.marshrut.simulation;

import java.util.function.Supplier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import ru.marshrut.audit.Actor;
import ru.marshrut.audit.CurrentActor;

/** Who sits at the keyboard: the person for whom this thread acts, else the system itself. */
@TestConfiguration
@Import({MadeCountry.class, EngineDay.class, Days.class, BroughtPapers.class, PeerReviewAnswers.class, RoadMapAnswers.class, SchoolYearAnswers.class,
    Events.class, SimulatedYear.class, EndState.class, AuditRecount.class})
class Keyboard {

    private final ThreadLocal<Actor> person = new ThreadLocal<>();

    @Bean
    @Primary
    CurrentActor actorAtTheKeyboard() {
        return () -> person.get() == null ? Actor.SYSTEM : person.get();
    }

    <T> T as(long personId, Supplier<T> action) {
        person.set(new Actor(personId, null));
        try {
            return action.get();
        } finally {
            person.remove();
        }
    }
}
