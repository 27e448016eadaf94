package ru.marshrut.notification.reminders;

import java.time.LocalDate;
import java.time.ZoneId;
import ru.marshrut.work.OpenTask;

/** The region's local day on which a task is due. */
public final class DueDay {

    private DueDay() {}

    /** A due instant at midnight is the end of the day before. */
    public static LocalDate of(OpenTask task, ZoneId zone) {
        return LocalDate.ofInstant(task.due().at().minusMillis(1), zone);
    }
}
