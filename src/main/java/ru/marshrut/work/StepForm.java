package ru.marshrut.work;

import java.util.Map;
import java.util.Optional;
import ru.marshrut.access.Viewer;

/** The form of a step: what its page shows, and the use case behind it. Implemented by the module that owns the process. */
public interface StepForm {

    /** Form key as the model names it, and name of the template below {@code forms/}, such as {@code peerreview/agree-meeting}. */
    String form();

    /** What the template shows. */
    Map<String, Object> show(OpenTask task, Viewer viewer);

    /** What stands in the fields when the form is opened for the first time. */
    default FormInput initial(OpenTask task, Viewer viewer) {
        return FormInput.EMPTY;
    }

    /**
     * What is typed to accept what the step is about when many are accepted at once; empty where each has to be looked at
     * by itself.
     *
     * @param comment the same for all, may be empty
     */
    default Optional<FormInput> approval(OpenTask task, String comment) {
        return Optional.empty();
    }

    /** What is typed to send it back with a comment when many are sent back at once; empty where that is not possible. */
    default Optional<FormInput> returning(OpenTask task, String comment) {
        return Optional.empty();
    }

    /**
     * Changes the aggregate; the engine's task is completed right after, in the same transaction.
     *
     * @return scalars that the process routes by; business data stays in the module's tables
     * @throws ru.marshrut.shared.Refusal when the input is wrong; nothing is changed and what was typed stays in the form
     */
    Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input);
}
