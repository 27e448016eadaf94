package ru.marshrut.peerreview;

import java.time.Instant;
import java.util.Map;

/** What the circles ask of the engine. */
public interface CircleEngine {

    /** @return id of the process instance that drives the circle */
    String startCircle(long circleId, long regionId, Instant exchangeDue, Instant formsDue);

    /** @return id of the process instance that drives the round */
    String startRound(long roundId, long regionId);

    void allCirclesFinished(String roundInstanceId);

    void schoolWithdrew(String circleInstanceId);

    void meetingMoved(String circleInstanceId);

    void extensionRequested(String circleInstanceId, long extensionId);

    void formReopened(String circleInstanceId, long schoolId);

    /** Ends a circle that is taken into another one. */
    void endCircle(String circleInstanceId, String reason);

    /** Moves the timers of a circle that wait for the ends of its stages. */
    void moveTimers(String circleInstanceId, Instant exchangeDue, Instant formsDue);

    void complete(String taskId, Map<String, Object> routing);
}
