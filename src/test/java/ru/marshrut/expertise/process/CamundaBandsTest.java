package ru.marshrut.expertise.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import ru.marshrut.expertise.Bands;

/** Bands are on the exact share, and an expertise keeps the tables that it began with. */
@SpringBootTest
class CamundaBandsTest {

    @Autowired
    Bands bands;
    @Autowired
    RepositoryService repository;

    @ParameterizedTest(name = "{0} of {1} measures: {2}")
    @CsvSource({"0,0,0", "0,1,0", "0,7,0", "2499,10000,0", "249999999,1000000000,0", "25,100,1", "1,4,1", "2,7,1", "4999,10000,1", "1,2,2", "50,100,2",
        "7499,10000,2", "3,4,3", "75,100,3", "99,100,3", "7,7,3", "1,3,1", "2,3,2"})
    void measuresDoneAndProven(long proven, int planned, int points) {
        assertThat(bands.programmeShare(bands.current(), proven, planned)).isEqualTo(points);
    }

    @ParameterizedTest(name = "{0} of {1} schools: {2}")
    @CsvSource({"0,0,0", "0,10,0", "9,10,0", "9999,10000,0", "10,10,1"})
    void schoolsThatCompletedTheStage(int completed, int schools, int points) {
        assertThat(bands.stageCompleted(bands.current(), completed, schools)).isEqualTo(points);
    }

    @ParameterizedTest(name = "{0} of {1} decisions, {2} of {3} visits: {4}")
    @CsvSource({"0,0,0,0,0", "0,0,4,4,0", "4999,10000,4,4,0", "1,2,0,4,1", "8999,10000,4,4,1", "9,10,9,10,2", "9,10,8999,10000,1", "10,10,0,0,1"})
    void whatCuratorsDid(int commented, int decided, int held, int planned, int points) {
        assertThat(bands.curatorsWork(bands.current(), commented, decided, held, planned)).isEqualTo(points);
    }

    @ParameterizedTest(name = "{0} of {1} kinds: {2}")
    @CsvSource({"0,4,0", "1,4,1", "3,4,1", "4,4,2"})
    void involvement(int shown, int kinds, int points) {
        assertThat(bands.involvement(bands.current(), shown, kinds)).isEqualTo(points);
    }

    @Test
    void pointsAreAdded() {
        assertThat(bands.total(bands.current(), List.of(3, 2, 2, 2))).isEqualTo(9);
        assertThat(bands.total(bands.current(), List.of())).isZero();
    }

    @Test
    void anExpertiseKeepsItsTablesWhenTheyChange() throws IOException {
        String old = bands.current();
        String changed = deployWith(old, "programme-share-points.dmn", "[25..50)", "[25..60)", "[50..75)", "[60..75)");
        try {
            assertThat(bands.current()).isEqualTo(changed);
            assertThat(bands.programmeShare(changed, 1, 2)).isEqualTo(1);
            assertThat(bands.programmeShare(old, 1, 2)).isEqualTo(2);
        } finally {
            repository.deleteDeployment(changed, true);
        }
        assertThat(bands.current()).isEqualTo(old);
    }

    @Test
    void aDeploymentWithoutTheTablesIsAnError() {
        assertThatThrownBy(() -> bands.total("no-such-deployment", List.of(1))).hasMessageContaining("no-such-deployment");
    }

    private String deployWith(String deployment, String file, String... replacements) throws IOException {
        DeploymentBuilder builder = repository.createDeployment().name("changed tables");
        for (Resource resource : repository.getDeploymentResources(deployment)) {
            String xml = new String(repository.getResourceAsStream(deployment, resource.getName()).readAllBytes(), StandardCharsets.UTF_8);
            if (resource.getName().equals(file)) {
                for (int i = 0; i < replacements.length; i += 2) {
                    assertThat(xml).contains(replacements[i]);
                    xml = xml.replace(replacements[i], replacements[i + 1]);
                }
            }
            builder.addString(resource.getName(), xml);
        }
        return builder.deploy().getId();
    }
}
