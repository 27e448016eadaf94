package ru.marshrut;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ApplicationTest {

    @Autowired
    ProcessEngine engine;

    @Test
    void startsOnAnEmptyDatabaseWithTheEngineAtTheLevelsThatTheDesignNames() {
        var configuration = engine.getProcessEngineConfiguration();
        assertThat(configuration.getHistory()).isEqualTo("activity");
        assertThat(configuration.isAuthorizationEnabled()).isTrue();
        assertThat(configuration.getDatabaseSchemaUpdate()).isEqualTo("false");
    }
}
