package ru.marshrut.notification.reminders;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.marshrut.notification.Reminders;

@Configuration
class ReminderSchedule {

    /** Each full hour it is morning in some region. */
    @Bean
    RecurringTask<Void> remind(Reminders reminders, Clock clock) {
        return Tasks.recurring("remind", Schedules.cron("0 0 * * * *"))
            .execute((instance, context) -> reminders.runFor(clock.instant()));
    }
}
