package ru.marshrut.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** What {@code work} asks of the engine. */
public interface EnginePort {

    /** @param routing scalars that the process routes by */
    void complete(String taskId, Map<String, Object> routing);

    /** @param assigneeId person, or null where several can be meant */
    void give(String taskId, Responsible from, Responsible to, Long assigneeId);

    /** @param day the local day on which it is due, for people to read */
    void setDue(String taskId, Instant due, LocalDate day);
}
