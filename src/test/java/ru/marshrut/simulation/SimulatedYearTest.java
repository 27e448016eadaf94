package ru.marshrut.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import ru.marshrut.simulation.MadeCountry.MadeRegion;

/** The same year as {@link SchoolYearBench} drives, for a few schools. */
@SpringBootTest
@Import(Keyboard.class)
class SimulatedYearTest {

    @Autowired
    SimulatedYear year;
    @Autowired
    Days days;

    @Test
    void aYearGoesFromJanuaryToDecember() {
        List<MadeRegion> regions = year.prepare(8);
        year.live(regions);
        assertThat(days.tasksDone()).isPositive();
        System.out.println(days.tasksDone() + " " + days.tasksWithdrawn());
    }
}
