package ru.marshrut.audit;

import org.springframework.stereotype.Component;

/** In whose place the person at the keyboard does a step; told by whoever knows by which right it is done. */
@Component
public class OnBehalf {

    private final ThreadLocal<Long> person = new ThreadLocal<>();

    /** @param personId whose right it is, or null where it is the actor's own */
    public void of(Long personId, Runnable step) {
        Long before = person.get();
        person.set(personId);
        try {
            step.run();
        } finally {
            person.set(before);
        }
    }

    /** Null where the right is the actor's own. */
    public Long current() {
        return person.get();
    }
}
