package ru.marshrut.work;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import ru.marshrut.access.Viewer;

/** What can be done with tasks. Each checks who asks; a task that is not the viewer's does not exist for him. */
public interface Tasks {

    /** The task, if it is the viewer's turn or he coordinates the place; throws {@link ru.marshrut.shared.NotYours}. */
    OpenTask visible(String taskId, Viewer viewer);

    /** The same, or empty where it is closed, somebody else's or unknown. */
    Optional<OpenTask> ifVisible(String taskId, Viewer viewer);

    /** A closed task, for those who could see it while it was open; throws {@link ru.marshrut.shared.NotYours}. */
    ClosedTask closed(String taskId, Viewer viewer);

    /** Whether the viewer can do it himself. */
    boolean mayDo(OpenTask task, Viewer viewer);

    /** In whose place the viewer would do it, being his substitute; empty where the right is his own, or he has none. */
    Optional<Long> onBehalfOf(OpenTask task, Viewer viewer);

    /** Does the step: its use case and the engine's task together, or neither. */
    void complete(String taskId, Viewer viewer, FormInput input);

    /** Gives an open task another due date, in our table and in the engine. */
    void move(String taskId, Due due);

    void saveDraft(String taskId, Viewer viewer, FormInput input);

    /** The viewer's draft, or an empty input. */
    FormInput draft(String taskId, Viewer viewer);

    /** Asks for a later date. @return the request's id */
    long requestExtension(String taskId, Viewer viewer, LocalDate until, String reason);

    /**
     * A coordinator gives a later date by himself. Throws {@link ru.marshrut.shared.Refusal} where the step keeps no date,
     * the day is past or earlier, a request waits for its decision, or the day is a higher coordinator's to give.
     */
    void extend(String taskId, Viewer viewer, LocalDate until, String reason);

    /**
     * A coordinator gives a task to one of those who hold the role, by name; throws {@link ru.marshrut.shared.Refusal}
     * where the person does not hold it, or the task is only for one person ({@link #handTo}). A substitute stands in for him as in all else.
     */
    void giveByName(String taskId, Viewer viewer, long personId, String reason);

    /**
     * Hands an open task that is only for one person to another; for the module that owns its process, which has asked who
     * may do that and records it. Throws {@link ru.marshrut.shared.Refusal} of field {@code person} where the other does not
     * hold the role or has the task already, {@link ru.marshrut.shared.NotYours} where no such task is open.
     */
    void handTo(String taskId, long personId);

    Extension extension(long id);

    /** Decides on a request: granted with a date, or refused. */
    void decideExtension(long id, Viewer viewer, LocalDate grantedUntil, String reason);

    List<Extension> extensionsOf(String processKey, String businessKey);

    /** Requests of many aggregates of one process that wait for a decision, the oldest first. */
    List<Extension> undecidedExtensions(String processKey, Collection<String> businessKeys);

    /** Closed tasks of one aggregate, the last first. */
    List<ClosedTask> closedOf(String processKey, String businessKey);

    /** A request for a later date; {@code granted} is null until it is decided. */
    record Extension(long id, String taskId, String processKey, String businessKey, String step, LocalDate requestedUntil,
                     String reason, long requestedBy, Boolean granted, LocalDate grantedUntil, String decisionReason) {}
}
