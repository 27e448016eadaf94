package ru.marshrut.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import ru.marshrut.simulation.MadeCountry.MadeRegion;

/** The same year as {@link SchoolYearBench} drives, for a few schools: recounted from the audit trail alone. */
@SpringBootTest
@Import(Keyboard.class)
class SimulatedYearTest {

    private static final Set<LocalDate> LOOKED_AT = Set.of(LocalDate.of(2022, 3, 15), LocalDate.of(2022, 7, 1), LocalDate.of(2022, 11, 15),
        LocalDate.of(2022, 12, 29), LocalDate.of(2022, 12, 31));

    @Autowired
    SimulatedYear year;
    @Autowired
    Days days;

    @Autowired
    EndState product;
    @Autowired
    AuditRecount recount;

    @Test
    void theStateThatTheProductTellsIsTheOneThatTheTrailTells() {
        List<MadeRegion> regions = year.prepare(16);
        year.live(regions, day -> {
            if (LOOKED_AT.contains(day)) {
                assertThat(Difference.between(product.asOf(day, regions), recount.asOf(day, regions))).as("%s", day).isEmpty();
            }
        });
        assertThat(days.tasksDone()).isPositive();
    }
}
