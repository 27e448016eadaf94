package ru.marshrut.roadmap;

import java.time.LocalDate;
import ru.marshrut.calendar.Window;

/**
 * A measure of an approved road map; it keeps its id through all versions that hold it.
 *
 * @param position          in the table, from 1
 * @param content           what the approved version says of it; of a removed measure, the last version that held it
 * @param endedOn           the day on which it was done, found not done, or removed; else null
 * @param endReason         in words, or null
 * @param extendedUntil     granted last day, or null
 * @param processInstanceId null where no process runs it
 */
public record Measure(long id, long roadMapId, int position, MeasureContent content, State state, LocalDate endedOn, String endReason,
                      LocalDate extendedUntil, String processInstanceId) {

    /** Words for users: {@code roadmap.state.<name>}. */
    public enum State {
        /** Its first window has not begun. */
        WAITING,
        RUNNING,
        DONE,
        NOT_DONE,
        /** Taken out of the road map by an amendment. */
        REMOVED
    }

    /** Granted extension, else the end of the last window; null where that is open. */
    public LocalDate lastDay() {
        if (extendedUntil != null) {
            return extendedUntil;
        }
        return content.windows().isEmpty() || content.windows().stream().anyMatch(window -> window.due() == null) ? null
            : content.windows().stream().map(Window::due).max(LocalDate::compareTo).orElseThrow();
    }

    public boolean isOpen() {
        return state == State.WAITING || state == State.RUNNING;
    }
}
