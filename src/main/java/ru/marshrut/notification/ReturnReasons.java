package ru.marshrut.notification;

import java.util.Optional;
import ru.marshrut.work.OpenTask;

/** Implemented by a module whose steps can be sent back, so that the letter can say by whom and why. */
public interface ReturnReasons {

    /** Empty where the task is not the module's, or was not sent back with a comment. */
    Optional<ReturnReason> of(OpenTask task);

    /** @param by who sent it back, in words, such as a person's name and role */
    record ReturnReason(String by, String comment) {}
}
