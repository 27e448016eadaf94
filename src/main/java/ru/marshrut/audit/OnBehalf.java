package ru.marshrut.audit;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** In whose place the person at the keyboard does a step; told by whoever knows by which right it is done. */
@Component
public class OnBehalf {

    private final ThreadLocal<Optional<Long>> person = new ThreadLocal<>();

    /** @param personId whose right it is, or null where it is the actor's own */
    public void of(Long personId, Runnable step) {
        Optional<Long> before = person.get();
        person.set(Optional.ofNullable(personId));
        try {
            step.run();
        } finally {
            person.set(before);
        }
    }

    /** Null where the right is the actor's own, or nobody has told. */
    public Long current() {
        return isTold() ? person.get().orElse(null) : null;
    }

    public boolean isTold() {
        return person.get() != null;
    }
}
