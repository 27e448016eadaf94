package ru.marshrut.testing;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Makes the database of a test's context a {@link CountingDataSource}, for ours and for the engine. */
@TestConfiguration
public class CountedStatements {

    @Bean
    static BeanPostProcessor countingDatabase() {
        return new BeanPostProcessor() {

            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source && !(bean instanceof CountingDataSource) ? new CountingDataSource(source) : bean;
            }
        };
    }
}
