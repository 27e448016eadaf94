package ru.marshrut.notification.mail;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(MailSettings.class)
class MailSchedule {

    /** The safety net: retries, the morning's letters, and what a crashed node left behind. */
    @Bean
    RecurringTask<Void> sendLetters(Dispatch dispatch) {
        return Tasks.recurring("send-letters", FixedDelay.ofSeconds(15)).execute((instance, context) -> dispatch.run());
    }
}
