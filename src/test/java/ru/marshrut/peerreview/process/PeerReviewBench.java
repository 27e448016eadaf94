package ru.marshrut.peerreview.process;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import ru.marshrut.peerreview.Rounds;
import ru.marshrut.testing.CountedStatements;
import ru.marshrut.testing.CountingDataSource;
import ru.marshrut.testing.CountingDataSource.Line;
import ru.marshrut.work.OpenTasks;
import ru.marshrut.work.Tasks;

/**
 * Circles go through the whole process, ours and on a plain engine in turn, so that whatever else the machine does falls on
 * both; first with nothing else open, then with 100,000 open tasks. Four workers do tasks and jobs; the job executor is off,
 * so that every statement belongs to a circle.
 */
@Tag("bench")
@SpringBootTest(properties = "spring.datasource.hikari.maximum-pool-size=" + PeerReviewBench.POOL)
@Import(CountedStatements.class)
class PeerReviewBench {

    static final int POOL = 16;

    private static final int CIRCLES = Integer.getInteger("bench.circles", 200);
    private static final int OPEN_TASKS = Integer.getInteger("bench.openTasks", 100_000);
    private static final int BATCH = 25;
    private static final int WARM_UP = 25;
    private static final int WORKERS = 4;
    private static final Path REPORT = Path.of("target", "bench", "peer-review.txt");

    @Autowired
    ReviewStory story;
    @Autowired
    Rounds rounds;
    @Autowired
    Tasks tasks;
    @Autowired
    OpenTasks open;
    @Autowired
    ManagementService management;
    @Autowired
    DataSource database;

    @Test
    void circlesGoThroughTheWholeProcess() throws IOException {
        OurCircles ours = new OurCircles(story, rounds, tasks, open, management, (CountingDataSource) database);
        Files.createDirectories(REPORT.getParent());
        Files.deleteIfExists(REPORT);
        try (PlainCircles plain = new PlainCircles(POOL)) {
            compare(ours, plain, WARM_UP);
            report(compare(ours, plain, CIRCLES).table("no other open tasks"));
            ManyOpenTasks.fill(ours.database().getTargetDataSource(), ours.exampleWithFourOpenTasks(), OPEN_TASKS, true);
            ManyOpenTasks.fill(plain.database().getTargetDataSource(), plain.exampleWithFourOpenTasks(), OPEN_TASKS, false);
            report(compare(ours, plain, CIRCLES).table("%,d other open tasks".formatted(OPEN_TASKS)));
            ours.assertAllCompleted();
            plain.assertAllCompleted();
        }
    }

    private static void report(String table) throws IOException {
        System.out.println(table);
        Files.writeString(REPORT, table, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private Comparison compare(CirclesUnderWay ours, CirclesUnderWay plain, int circles) {
        Measured our = new Measured();
        Measured bare = new Measured();
        for (int left = circles; left > 0; left -= BATCH) {
            measure(ours, Math.min(BATCH, left), our);
            measure(plain, Math.min(BATCH, left), bare);
        }
        return new Comparison(our, bare);
    }

    private void measure(CirclesUnderWay way, int circles, Measured measured) {
        story.itIs("2022-09-05");
        way.prepare(circles);
        calm(way);
        way.database().clear();
        var cpu = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpuBefore = cpu.getProcessCpuTime();
        long start = System.nanoTime();

        List<String> instances = way.start();
        int done = each(instances, instance -> through(way, instance));
        story.itIs("2022-10-13");
        done += each(instances, instance -> {
            way.jobs().executeJob(way.jobs().createJobQuery().processInstanceId(instance).activityId(PeerReviewModel.MEETING_TIMER).timers()
                .singleResult().getId());
            return through(way, instance);
        });
        calm(way);

        measured.add(circles, done, System.nanoTime() - start, cpu.getProcessCpuTime() - cpuBefore, way.database());
    }

    private static int through(CirclesUnderWay way, String instance) {
        int all = 0;
        int done;
        do {
            runJobs(way.jobs(), instance);
            done = way.doOpenTasks(instance);
            all += done;
        } while (done > 0);
        return all;
    }

    /** Runs every job of an instance that is ready; timers stay. */
    static void runJobs(ManagementService management, String instance) {
        List<Job> ready = management.createJobQuery().processInstanceId(instance).messages().list();
        while (!ready.isEmpty()) {
            ready.forEach(job -> management.executeJob(job.getId()));
            ready = management.createJobQuery().processInstanceId(instance).messages().list();
        }
    }

    private static void calm(CirclesUnderWay way) {
        Awaitility.await().atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofMillis(50)).until(() -> !way.busy());
    }

    /** Shares the circles among the workers. @return the sum of what they did */
    private static int each(List<String> instances, java.util.function.ToIntFunction<String> work) {
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        try {
            List<Future<Integer>> running = instances.stream().map(instance -> workers.submit(() -> work.applyAsInt(instance))).toList();
            int sum = 0;
            for (Future<Integer> one : running) {
                sum += one.get();
            }
            return sum;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    /** Sums over batches. */
    private static final class Measured {

        private int circles;
        private int tasks;
        private long nanos;
        private long cpuNanos;
        private long statements;
        private long calls;
        private long commits;
        private long waited;
        private final java.util.Map<String, Line> lines = new java.util.HashMap<>();

        void add(int moreCircles, int moreTasks, long moreNanos, long moreCpu, CountingDataSource database) {
            circles += moreCircles;
            tasks += moreTasks;
            nanos += moreNanos;
            cpuNanos += moreCpu;
            statements += database.statements();
            calls += database.calls();
            commits += database.commits();
            waited += database.nanos();
            database.lines().forEach(line -> lines.merge(line.sql(), line,
                (a, b) -> new Line(a.sql(), a.statements() + b.statements(), a.nanos() + b.nanos())));
        }

        double perTask(double sum) {
            return sum / tasks;
        }

        double perSecond(double sum) {
            return sum / (nanos / 1e9);
        }
    }

    private record Comparison(Measured ours, Measured plain) {

        private static final int TOP = 10;
        private static final int WIDTH = 130;

        String table(String title) {
            StringBuilder text = new StringBuilder("%n%d circles, %s%n%-28s %9s %9s %7s%n".formatted(ours.circles, title, "", "ours", "plain", "ratio"));
            row(text, "circles/s", ours.perSecond(ours.circles), plain.perSecond(plain.circles));
            row(text, "tasks/s", ours.perSecond(ours.tasks), plain.perSecond(plain.tasks));
            row(text, "tasks per circle", (double) ours.tasks / ours.circles, (double) plain.tasks / plain.circles);
            row(text, "SQL statements per task", ours.perTask(ours.statements), plain.perTask(plain.statements));
            row(text, "calls to the database/task", ours.perTask(ours.calls), plain.perTask(plain.calls));
            row(text, "commits per task", ours.perTask(ours.commits), plain.perTask(plain.commits));
            row(text, "CPU ms per task (this JVM)", ours.perTask(ours.cpuNanos / 1e6), plain.perTask(plain.cpuNanos / 1e6));
            row(text, "ms in the database per task", ours.perTask(ours.waited / 1e6), plain.perTask(plain.waited / 1e6));
            top(text, "ours, by count", ours, Comparator.comparingLong(Line::statements));
            top(text, "ours, by time", ours, Comparator.comparingLong(Line::nanos));
            top(text, "plain, by count", plain, Comparator.comparingLong(Line::statements));
            return text.toString();
        }

        private static void row(StringBuilder text, String what, double our, double bare) {
            text.append("%-28s %9.2f %9.2f %7.2f%n".formatted(what, our, bare, our / bare));
        }

        private static void top(StringBuilder text, String what, Measured measured, Comparator<Line> order) {
            text.append("%n%s: per task, µs each%n".formatted(what));
            measured.lines.values().stream().sorted(order.reversed()).limit(TOP).forEach(line -> text.append("%6.2f %6d  %s%n".formatted(
                measured.perTask(line.statements()), line.nanos() / 1000 / Math.max(1, line.statements()),
                line.sql().length() > WIDTH ? line.sql().substring(0, WIDTH) + "…" : line.sql())));
        }
    }
}
