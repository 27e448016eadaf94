package ru.marshrut.work;

import java.util.Map;
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
     * Changes the aggregate; the engine's task is completed right after, in the same transaction.
     *
     * @return scalars that the process routes by; business data stays in the module's tables
     * @throws ru.marshrut.shared.Refusal when the input is wrong; nothing is changed and what was typed stays in the form
     */
    Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input);
}
