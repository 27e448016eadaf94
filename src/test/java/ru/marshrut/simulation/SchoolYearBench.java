package ru.marshrut.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.marshrut.simulation.MadeCountry.MadeRegion;
import ru.marshrut.testing.CountedStatements;
import ru.marshrut.testing.CountingDataSource;

/**
 * A year of so many schools on the simulated clock, from the selection in January to the closing in December, in regions of 64: what it
 * costs, what it leaves, and whether the audit trail alone tells the same end. Mail is not sent; four workers do tasks and jobs.
 */
@Tag("bench")
@SpringBootTest(properties = "spring.datasource.hikari.maximum-pool-size=16")
@Import({Keyboard.class, CountedStatements.class})
class SchoolYearBench {

    private static final int SCHOOLS = Integer.getInteger("bench.schools", MadeCountry.SCHOOLS_OF_A_REGION);
    private static final Path REPORT = Path.of("target", "bench", "school-year.txt");
    private static final Set<LocalDate> LOOKED_AT = Set.of(LocalDate.of(SimulatedYear.YEAR, 7, 1), LocalDate.of(SimulatedYear.YEAR, 12, 31));

    @Autowired
    SimulatedYear year;
    @Autowired
    Days days;
    @Autowired
    EngineDay engine;
    @Autowired
    EndState product;
    @Autowired
    AuditRecount recount;
    @Autowired
    DataSource database;

    private long aside;
    private long statementsAside;

    @Test
    void aYearOfSchools() throws IOException {
        List<MadeRegion> regions = year.prepare(SCHOOLS);
        CountingDataSource counted = (CountingDataSource) database;
        counted.clear();
        long cpu = cpu();
        long start = System.nanoTime();
        year.live(regions, day -> look(day, regions, counted));
        Duration took = Duration.ofNanos(System.nanoTime() - start - aside);
        long statements = counted.statements() - statementsAside;
        report("%n%d schools in %d regions%n".formatted(SCHOOLS, regions.size()));
        report("%,d tasks done, %,d withdrawn before their day, %,d jobs%n".formatted(days.tasksDone(), days.tasksWithdrawn(), engine.jobsDone()));
        report("%.0f s, %.3f s a school; CPU of the application %.0f s%n".formatted(took.toMillis() / 1e3, took.toMillis() / 1e3 / SCHOOLS, (cpu() - cpu) / 1e9));
        report("%,d statements, %.1f a task, %.0f a school; %,d commits%n".formatted(statements, (double) statements / days.tasksDone(),
            (double) statements / SCHOOLS, counted.commits()));
        sizes(counted);
        counted.lines().stream().limit(15).forEach(line -> report("  %,9d  %s%n".formatted(line.statements(), line.sql().substring(0, Math.min(110, line.sql().length())))));
    }

    /** Not measured: the same state told twice. */
    private void look(LocalDate day, List<MadeRegion> regions, CountingDataSource counted) {
        if (!LOOKED_AT.contains(day)) {
            return;
        }
        long before = counted.statements();
        long start = System.nanoTime();
        assertThat(Difference.between(product.asOf(day, regions), recount.asOf(day, regions))).as("%s", day).isEmpty();
        aside += System.nanoTime() - start;
        statementsAside += counted.statements() - before;
    }

    private void sizes(CountingDataSource counted) {
        record Size(String name, long bytes, long rows) {}
        JdbcClient jdbc = JdbcClient.create(counted.getTargetDataSource());
        jdbc.sql("analyze").update();
        List<Size> sizes = jdbc.sql("""
            select relname as name, pg_total_relation_size(oid) as bytes, reltuples::bigint as rows from pg_class
            where relkind = 'r' and relnamespace = 'public'::regnamespace order by 2 desc""").query(Size.class).list();
        report("%.0f MB of tables and indexes, %.2f MB a school%n".formatted(sizes.stream().mapToLong(Size::bytes).sum() / 1e6,
            sizes.stream().mapToLong(Size::bytes).sum() / 1e6 / SCHOOLS));
        sizes.stream().limit(14).forEach(size -> report("  %-28s %8.1f MB %,10d rows%n".formatted(size.name(), size.bytes() / 1e6, size.rows())));
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void report(String text) {
        System.out.print(text);
        try {
            Files.createDirectories(REPORT.getParent());
            Files.writeString(REPORT, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
