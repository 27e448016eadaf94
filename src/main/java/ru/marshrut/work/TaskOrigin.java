package ru.marshrut.work;

/**
 * Where a new task comes from.
 *
 * @param processKey  id of the process model
 * @param step        id of the user task in the model
 * @param form        form key of the step, such as {@code peerreview/agree-meeting}
 * @param businessKey id of the aggregate
 * @param schoolId    the side that a step per school is for (variable {@code schoolId}), or null
 */
public record TaskOrigin(String taskId, String processKey, String step, String form, String businessKey, Long schoolId) {}
