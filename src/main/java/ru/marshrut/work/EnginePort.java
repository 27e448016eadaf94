package ru.marshrut.work;

import java.time.Instant;
import java.util.Map;

/** What {@code work} asks of the engine. */
public interface EnginePort {

    /** @param routing scalars that the process routes by */
    void complete(String taskId, Map<String, Object> routing);

    /** @param assigneeId person, or null where several can be meant */
    void give(String taskId, Responsible from, Responsible to, Long assigneeId);

    void setDue(String taskId, Instant due);
}
