package ru.marshrut.work;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class SuccessionSchedule {

    @Bean
    RecurringTask<Void> followAppointments(Succession succession) {
        return Tasks.recurring("follow-appointments", FixedDelay.of(Duration.ofHours(1)))
            .execute((instance, context) -> succession.followTheDay());
    }
}
